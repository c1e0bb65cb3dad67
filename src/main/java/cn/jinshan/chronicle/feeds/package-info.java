/** The public record as data: the chronicle document. */
@ApplicationModule(allowedDependencies = {"entries", "site"})
@NullMarked
package cn.jinshan.chronicle.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
