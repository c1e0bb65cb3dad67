package cn.jinshan.chronicle.dates;

/** Precision of a date, from the finest to the coarsest. */
public enum Precision {
    DAY,
    MONTH,
    SEASON,
    QUARTER,
    HALF_YEAR,
    YEAR;

    /** Whether a date of this precision has a month: true for a day or a month, false for anything coarser. */
    public boolean tellsMonth() {
        return this == DAY || this == MONTH;
    }
}
