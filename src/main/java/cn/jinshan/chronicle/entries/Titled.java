package cn.jinshan.chronicle.entries;

/** What has a title, and may have one in plain language beside it. */
public interface Titled {

    String title();

    /** The title in plain language; empty if there is none. */
    String easyTitle();

    /**
     * The title to show.
     *
     * @param easy whether that in plain language is preferred, where there is one
     */
    default String title(boolean easy) {
        return easy && !easyTitle().isEmpty() ? easyTitle() : title();
    }
}
