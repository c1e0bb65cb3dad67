/** Checks of the machine and the settings before the start; a refusal says in one sentence why. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
