/** Advice on wording and easy reading: known names, personal information, and the rules of administrators. */
@ApplicationModule(allowedDependencies = {"text", "journal", "entries", "site"})
@NullMarked
package cn.jinshan.chronicle.proofreading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
