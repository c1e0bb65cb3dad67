/** The public record as data: the chronicle document. */
@ApplicationModule(allowedDependencies = {"dates", "text", "entries"})
@NullMarked
package cn.jinshan.chronicle.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
