package cn.jinshan.chronicle.site;

/** Whole answer of a public address, in the form in which the server hands it out. */
public interface KeptPage {

    /** The status of the answer (RFC 9110, 15). */
    int status();

    /** How much memory it takes, in bytes, about. */
    int weight();
}
