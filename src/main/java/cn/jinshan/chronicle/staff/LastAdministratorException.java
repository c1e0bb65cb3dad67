package cn.jinshan.chronicle.staff;

/** Nobody else could administer after it. */
class LastAdministratorException extends RuntimeException {

    LastAdministratorException() {
        super("The last administrator");
    }
}
