package cn.jinshan.chronicle.entries;

/** The colour and mark of a section. */
public enum Tone {
    GOLD,
    BLUE,
    GREEN,
    RED,
    PLUM,
    TEAL
}
