package cn.jinshan.chronicle.site;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Details of the federation at the foot of every public page. All but the publisher may be empty; values longer than
 * their constant are refused.
 *
 * @param publisher who answers for the pages (主办单位)
 * @param contact telephone, address, hours, each on a line of its own
 * @param icp the number of the site's record with the ministry of industry (ICP备案号)
 * @param police the number of its record with the police (公安备案号)
 * @param marks other marks, such as that of party and government sites
 * @param licence how others may use the texts
 */
@Embeddable
public record Imprint(String publisher, String contact, String icp, String police, String marks, String licence) {

    public static final int LONGEST_PUBLISHER = 100;
    public static final int LONGEST_CONTACT = 1000;
    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_MARKS = 200;
    public static final int LONGEST_LICENCE = 500;

    private static final Pattern SITE_CODE = Pattern.compile("(?<!\\d)\\d{10}(?!\\d)");

    public Imprint {
        Assert.hasText(publisher, "Somebody has to be the publisher");
        refuseLonger(publisher, LONGEST_PUBLISHER);
        refuseLonger(contact, LONGEST_CONTACT);
        refuseLonger(icp, LONGEST_NUMBER);
        refuseLonger(police, LONGEST_NUMBER);
        refuseLonger(marks, LONGEST_MARKS);
        refuseLonger(licence, LONGEST_LICENCE);
    }

    private static void refuseLonger(String text, int longest) {
        Assert.isTrue(text.length() <= longest, () -> "Longer than " + longest + " characters");
    }

    /** The names of what another says otherwise. */
    public List<String> differing(Imprint other) {
        var differing = new ArrayList<String>();
        note("publisher", publisher, other.publisher, differing);
        note("contact", contact, other.contact, differing);
        note("icp", icp, other.icp, differing);
        note("police", police, other.police, differing);
        note("marks", marks, other.marks, differing);
        note("licence", licence, other.licence, differing);
        return differing;
    }

    private static void note(String name, String here, String there, List<String> differing) {
        if (!here.equals(there)) {
            differing.add(name);
        }
    }

    /** The digits of the police record, by which it is looked up; empty if it has none. */
    public String policeDigits() {
        return police.replaceAll("\\D", "");
    }

    /** The code of a party or government site (网站标识码), which is all of ten digits; null if no mark holds one. */
    public @Nullable String siteCode() {
        var code = SITE_CODE.matcher(marks);
        return code.find() ? code.group() : null;
    }
}
