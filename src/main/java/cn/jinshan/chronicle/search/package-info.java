/** The search of the public record: its index, questions and page, and the other names that administrators give it. */
@ApplicationModule(
        allowedDependencies = {"dates", "text", "start", "changes", "journal", "entries", "glossary", "site"})
@NullMarked
package cn.jinshan.chronicle.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
