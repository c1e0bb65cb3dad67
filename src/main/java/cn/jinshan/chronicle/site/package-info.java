/**
 * What all pages share: layout, language, addresses, headers, kept pages, style sheets, error pages, pieces of forms.
 */
@ApplicationModule(allowedDependencies = {"dates", "text", "entries", "changes"})
@NullMarked
package cn.jinshan.chronicle.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
