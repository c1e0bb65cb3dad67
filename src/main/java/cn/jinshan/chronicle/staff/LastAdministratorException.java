package cn.jinshan.chronicle.staff;

/** The change would leave no administrator. */
class LastAdministratorException extends RuntimeException {

    LastAdministratorException() {
        super("The last administrator");
    }
}
