package cn.jinshan.chronicle.journal;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Operator's settings of the activity log.
 *
 * @param journalKept how long lines are kept, such as {@code P2Y} or {@code P184D} (ISO 8601); six months to 1000 years
 */
@ConfigurationProperties("chronicle")
record JournalProperties(@DefaultValue("P2Y") Period journalKept) {

    private static final int SIX_MONTHS = 6;

    /** The days in the longest six months, which begin in July or March. */
    private static final int DAYS_OF_SIX_MONTHS = 184;

    private static final int FOR_EVER_IN_MONTHS = 1000 * 12;
    private static final int FOR_EVER_IN_DAYS = 1000 * 365;

    JournalProperties {
        long months = journalKept.toTotalMonths();
        long days = journalKept.get(ChronoUnit.DAYS);
        boolean sixMonths = months >= SIX_MONTHS || days >= DAYS_OF_SIX_MONTHS;
        if (!sixMonths || months < 0 || days < 0 || months > FOR_EVER_IN_MONTHS || days > FOR_EVER_IN_DAYS) {
            throw new IllegalArgumentException(
                    "chronicle.journal-kept must be at least six months (P6M or P184D) and at most 1000 years, not "
                            + journalKept);
        }
    }
}
