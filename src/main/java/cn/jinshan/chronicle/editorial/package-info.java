/** The record as staff see it: entries in every state, all subjects, and what a year lacks. */
@ApplicationModule(allowedDependencies = {"dates", "text", "entries"})
@NullMarked
package cn.jinshan.chronicle.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
