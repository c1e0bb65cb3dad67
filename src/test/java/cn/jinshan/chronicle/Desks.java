package cn.jinshan.chronicle;

import org.springframework.boot.test.context.TestComponent;

/** Opens a {@link Desk} for each member of staff. */
@TestComponent
public class Desks {

    private final Reader reader;
    private final Staff staff;

    Desks(Reader reader, Staff staff) {
        this.reader = reader;
        this.staff = staff;
    }

    /**
     * A browser in which nobody is signed in; it follows no redirects.
     *
     * @param headers that every request carries: name, value, name, value …
     */
    public Desk anonymous(String... headers) {
        return new Desk(reader, false, headers);
    }

    /** 王莉, an editor. */
    public Desk editor() {
        return signedIn("wangli", "王莉", "EDITOR");
    }

    /** 周正, a reviewer. */
    public Desk reviewer() {
        return signedIn("zhouzheng", "周正", "REVIEWER");
    }

    /** 陈思, an administrator. */
    public Desk administrator() {
        return signedIn("chensi", "陈思", "ADMINISTRATOR");
    }

    /** Somebody with an account, signed in at a browser that follows redirects. */
    public Desk signedIn(String name, String fullName, String role) {
        staff.account(name, fullName, role);
        return new Desk(reader, true).signIn(name, Staff.PASSWORD);
    }
}
