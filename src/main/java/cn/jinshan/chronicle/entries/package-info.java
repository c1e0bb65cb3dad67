/** The record: chronicles, sections, entries, editions, subjects, event dates, and what of them the public may see. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.jinshan.chronicle.entries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
