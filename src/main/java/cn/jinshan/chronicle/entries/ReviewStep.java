package cn.jinshan.chronicle.entries;

/** Name of one of the required reviews: 终审 alone, 初审 and 终审, or 初审, 复审 and 终审. */
public enum ReviewStep {
    FIRST,
    SECOND,
    FINAL;

    /**
     * The name of one of several reviews.
     *
     * @param number from 1
     * @param count how many there are, at least {@code number}
     */
    public static ReviewStep of(int number, int count) {
        return number == count ? FINAL : number == 1 ? FIRST : SECOND;
    }
}
