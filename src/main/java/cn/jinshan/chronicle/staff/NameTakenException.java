package cn.jinshan.chronicle.staff;

/** Another account has this name. */
class NameTakenException extends RuntimeException {

    NameTakenException() {
        super("The name is taken");
    }
}
