/** What all pages share: layout, language, addresses, headers, style sheets, error pages, pieces of forms. */
@ApplicationModule(allowedDependencies = {"dates", "text", "entries"})
@NullMarked
package cn.jinshan.chronicle.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
