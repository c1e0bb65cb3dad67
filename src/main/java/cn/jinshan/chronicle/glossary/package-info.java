/** Words that are explained to readers, their page, and how administrators explain them. */
@ApplicationModule(allowedDependencies = {"text", "changes", "journal", "entries", "site", "proofreading"})
@NullMarked
package cn.jinshan.chronicle.glossary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
