package cn.jinshan.chronicle.site;

/**
 * The same form was sent before and did what it says; a controller whose answer is more than where it leads asks for it
 * as an argument, which is null at the first press.
 *
 * @param thing that was changed, such as {@code account 7}
 */
public record SentBefore(String thing) {

    /** The number of the thing. */
    public long number() {
        return Long.parseLong(thing.replaceAll("\\D", ""));
    }
}
