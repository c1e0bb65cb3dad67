package cn.jinshan.chronicle.entries;

/** What an edition still needs before the public may see it. */
public enum Lack {
    /** A title. */
    TITLE,
    /** A date that is understood. */
    DATE,
    /** A text. */
    BODY,
    /** A public note of what it corrects, because its chronicle is closed. */
    CORRECTION
}
