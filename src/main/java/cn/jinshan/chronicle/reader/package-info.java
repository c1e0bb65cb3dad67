/** What residents read: timeline, entry, index, figures, booklet. */
@ApplicationModule(allowedDependencies = {"dates", "text", "entries", "changes", "site", "glossary"})
@NullMarked
package cn.jinshan.chronicle.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
