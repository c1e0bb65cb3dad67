/** The log of public changes, which whatever is derived from the public record follows. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
