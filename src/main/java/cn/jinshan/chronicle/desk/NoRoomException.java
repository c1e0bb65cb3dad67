package cn.jinshan.chronicle.desk;

/** Somebody has as much that they never saved as is kept for one person. */
class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
