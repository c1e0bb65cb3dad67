package cn.jinshan.chronicle.entries;

/**
 * Entry before or after another one in its chronicle.
 *
 * @param wording its date in the source's own words; may be empty
 */
public record Neighbour(long id, String wording, String title, String easyTitle) implements Titled {

    /** The title to show, after its date where it has one. */
    public String datedTitle(boolean easy) {
        return (wording + " " + title(easy)).strip();
    }
}
