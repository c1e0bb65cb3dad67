/** The reports of readers, and the answers of staff. */
@ApplicationModule(allowedDependencies = {"text", "journal", "entries", "editorial", "site", "staff"})
@NullMarked
package cn.jinshan.chronicle.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
