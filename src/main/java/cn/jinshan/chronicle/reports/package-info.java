/** What readers tell us, and how staff answer. */
@ApplicationModule(allowedDependencies = {"text", "journal", "entries", "editorial", "site", "staff"})
@NullMarked
package cn.jinshan.chronicle.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
