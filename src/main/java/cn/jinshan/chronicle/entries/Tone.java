package cn.jinshan.chronicle.entries;

import java.util.Locale;

/** The colour and mark of a section. */
public enum Tone {
    GOLD,
    BLUE,
    GREEN,
    RED,
    PLUM,
    TEAL;

    /** Its class in the style sheets. */
    public String cssClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
