/** What residents read: the year as a timeline, and the single entry. */
@ApplicationModule(allowedDependencies = {"entries", "site"})
@NullMarked
package cn.jinshan.chronicle.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
