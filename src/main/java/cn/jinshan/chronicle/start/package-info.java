/** Looks at the machine and the settings before anything is built, and says in one sentence why there is no start. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
