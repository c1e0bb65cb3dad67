/** The record: chronicles, sections, entries, editions, subjects, and what of them the public and staff may see. */
@ApplicationModule(allowedDependencies = {"dates", "text", "start"})
@NullMarked
package cn.jinshan.chronicle.entries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
