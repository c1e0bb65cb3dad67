/** The activity log: its lines, how they are written, read and forgotten. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
