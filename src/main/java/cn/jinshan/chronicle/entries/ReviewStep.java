package cn.jinshan.chronicle.entries;

/** Name of one of the required reviews: 终审 alone, 初审 and 终审, or 初审, 复审 and 终审. */
public enum ReviewStep {
    FIRST,
    SECOND,
    FINAL;

    /** The name of one of several reviews, which are numbered from 1. */
    public static ReviewStep of(int number, int count) {
        return number == count ? FINAL : number == 1 ? FIRST : SECOND;
    }
}
