package cn.jinshan.chronicle.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Address that the sign-in leads to. Only an address of the desk is accepted, against open redirects. */
final class DeskAddress {

    /** Default address after the sign-in. */
    static final String DESK = "/admin";

    private static final int LONGEST = 2000;

    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern ON_THE_DESK = Pattern.compile("/admin(?:[/?][!-\\[\\]-~]*)?");

    private DeskAddress() {}

    /** The address, if it is one of the desk, else null. */
    static @Nullable String onTheDesk(@Nullable String address) {
        return address != null
                        && address.length() <= LONGEST
                        && ON_THE_DESK.matcher(address).matches()
                ? address
                : null;
    }
}
