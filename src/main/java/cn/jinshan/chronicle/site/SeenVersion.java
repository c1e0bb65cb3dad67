package cn.jinshan.chronicle.site;

/** Version, from 0, of a thing that a form was filled in from; -1 for none, which is always stale. */
public record SeenVersion(long number) {

    public static final SeenVersion NONE = new SeenVersion(-1);

    /** Reads the field of a form; what is no number of at most 18 digits is none. */
    public SeenVersion(String typed) {
        this(typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1);
    }

    /** The value of the hidden field; empty for none. */
    @Override
    public String toString() {
        return number < 0 ? "" : String.valueOf(number);
    }
}
