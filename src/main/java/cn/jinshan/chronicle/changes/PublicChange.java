package cn.jinshan.chronicle.changes;

/**
 * Line of the log of public changes: something that an address answers differently without an account.
 *
 * @param number in the order of commits, from 1 on, without gaps
 * @param thing its number or year, as the kind says
 */
public record PublicChange(long number, Kind kind, long thing) {

    /** Kind of a thing whose public answers change. */
    public enum Kind {
        /** An entry, by its number. */
        ENTRY,
        /** A chronicle, by its year: its own texts, or all that stands in it. */
        CHRONICLE,
        /** The sections of a chronicle, by its year. */
        SECTION,
        /** A subject, by its number. */
        SUBJECT,
        /** An explained word, by its number. */
        TERM,
        /** A group of other names, by its number. */
        OTHER_NAMES,
        /** The settings of the federation, by the number of their row. */
        SETTINGS
    }
}
