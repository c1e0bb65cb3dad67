package cn.jinshan.chronicle.entries;

/** Something that an edition still needs before it can be published. */
public enum Lack {
    TITLE,
    /** A date that is understood. */
    DATE,
    BODY,
    /** A public note of what it corrects, because its chronicle is closed. */
    CORRECTION
}
