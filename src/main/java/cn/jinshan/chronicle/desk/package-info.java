/** The desk: where staff write, preview, review, publish, correct and take down entries. */
@ApplicationModule(
        allowedDependencies = {
            "dates",
            "text",
            "changes",
            "journal",
            "entries",
            "editorial",
            "site",
            "staff",
            "signin",
            "storage",
            "proofreading",
            "reader",
            "reports",
            "backup"
        })
@NullMarked
package cn.jinshan.chronicle.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
