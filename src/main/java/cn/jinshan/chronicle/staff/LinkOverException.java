package cn.jinshan.chronicle.staff;

/** A one-time link is unknown, used or expired; it does not tell which. */
class LinkOverException extends RuntimeException {

    LinkOverException() {
        super("No such link");
    }
}
