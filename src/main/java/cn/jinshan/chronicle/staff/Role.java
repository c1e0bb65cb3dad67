package cn.jinshan.chronicle.staff;

/** Role of an account. Each role also has the rights of those before it. */
public enum Role {
    /** Writes, submits, takes back, and publishes where no review is required. */
    EDITOR,
    /** Also returns, approves, publishes and withdraws what others wrote. */
    REVIEWER,
    /** Also erases, and keeps staff, sections, chronicles and settings. */
    ADMINISTRATOR;

    /** The names of all, as a regular expression. */
    static final String ANY = "EDITOR|REVIEWER|ADMINISTRATOR";

    String authority() {
        return "ROLE_" + name();
    }
}
