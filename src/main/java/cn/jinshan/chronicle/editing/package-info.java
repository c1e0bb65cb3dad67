/** The desk: where staff write, preview, publish, correct and take down entries. */
@ApplicationModule(allowedDependencies = {"entries", "staff", "site", "storage", "timeline", "reports"})
@NullMarked
package cn.jinshan.chronicle.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
