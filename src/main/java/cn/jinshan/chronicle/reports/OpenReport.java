package cn.jinshan.chronicle.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Report that waits for an answer.
 *
 * @param excerpt the beginning of the reader's words, in one line of plain text
 * @param entry the number of the entry; null for none
 */
public record OpenReport(long id, String excerpt, @Nullable Long entry, Instant sent) {

    static OpenReport of(Report report) {
        return new OpenReport(report.id(), report.excerpt(), report.entryId(), report.sent());
    }
}
