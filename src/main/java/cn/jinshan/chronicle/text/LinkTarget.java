package cn.jinshan.chronicle.text;

import java.util.regex.Pattern;

/** Target of a link in a text. */
record LinkTarget(String address) {

    private static final String REST = "[^\\s\\h\\p{Cntrl}\\\\]";
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?://" + REST + "++");
    private static final Pattern CALL = Pattern.compile("(?i)(?:mailto|tel):" + REST + "++");

    /** Browsers take {@code //x} and {@code /\x} for other sites. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])" + REST + "*+");

    /** Whether it may become a link: an http or https address, mailto, tel, or a path of this site. */
    boolean isAllowed() {
        return isElsewhere()
                || CALL.matcher(address).matches()
                || HERE.matcher(address).matches();
    }

    /** Whether it may lead to another site. */
    boolean isElsewhere() {
        return ELSEWHERE.matcher(address).matches();
    }
}
