package cn.jinshan.chronicle.desk;

/** A user has reached the limit of unsaved texts. */
class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
