package cn.jinshan.chronicle.staff;

/** Somebody else has this name. */
class NameTakenException extends RuntimeException {

    NameTakenException() {
        super("The name is taken");
    }
}
