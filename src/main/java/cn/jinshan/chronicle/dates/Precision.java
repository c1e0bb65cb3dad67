package cn.jinshan.chronicle.dates;

/** Precision of a date, from the finest to the coarsest. */
public enum Precision {
    DAY,
    MONTH,
    SEASON,
    QUARTER,
    HALF_YEAR,
    YEAR;

    /** Whether a date of this precision may say in which month it lies: a day or a month may, nothing coarser does. */
    public boolean tellsMonth() {
        return this == DAY || this == MONTH;
    }
}
