package cn.jinshan.chronicle.staff;

/** The configured password of the first administrator is too easy to guess. */
class WeakAdminPasswordException extends RuntimeException {

    WeakAdminPasswordException() {
        super("CHRONICLE_ADMIN_PASSWORD is refused");
    }
}
