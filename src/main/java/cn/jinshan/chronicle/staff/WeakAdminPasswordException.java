package cn.jinshan.chronicle.staff;

/** The operator's password for the first administrator is one that others would guess. */
class WeakAdminPasswordException extends RuntimeException {

    WeakAdminPasswordException() {
        super("CHRONICLE_ADMIN_PASSWORD is refused");
    }
}
