/** Years, sections, subjects, settings and the pages of the activity log, for administrators. */
@ApplicationModule(
        allowedDependencies = {
            "text",
            "changes",
            "journal",
            "entries",
            "editorial",
            "site",
            "staff",
            "storage",
            "proofreading"
        })
@NullMarked
package cn.jinshan.chronicle.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
