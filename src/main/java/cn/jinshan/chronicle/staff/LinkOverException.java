package cn.jinshan.chronicle.staff;

/** A one-time link that is unknown, used or expired: which of them nobody is told. */
class LinkOverException extends RuntimeException {

    LinkOverException() {
        super("No such link");
    }
}
