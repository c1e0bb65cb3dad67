package cn.jinshan.chronicle.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.regex.Pattern;

/** Standard form of typed text, in which it is stored. */
public final class PlainText {

    /** Text that needs no look at each character. */
    private static final Pattern COMMON = Pattern.compile("[\n\t -~、-】一-鿿！-～]*");

    /** Flag of a part of a country: a black flag with its code. */
    private static final Pattern FLAG =
            Pattern.compile("\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{3,6}\\x{E007F}");

    /** More marks on a character than any language has: to put them in order takes too long (UAX #15, 13). */
    private static final Pattern HEAP = Pattern.compile("\\p{M}{31}");

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    private PlainText() {}

    /**
     * A text without characters that nobody sees, with ideographs for the radicals and the compatibility ideographs
     * that look like them, composed (NFC), with one kind of line break. Nothing visible is lost, so it is not NFKC, and
     * private-use characters stay.
     */
    public static String of(String typed) {
        var text = LineEnds.of(typed);
        if (COMMON.matcher(text).matches()) {
            return text;
        }
        var seen = seen(text);
        return HEAP.matcher(seen).find() ? seen : Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    /** The same, stripped of surrounding space. */
    public static String stripped(String typed) {
        return of(typed).strip();
    }

    /** Whether a text is as {@link #of} makes it. */
    public static boolean isStandard(String text) {
        return of(text).equals(text);
    }

    private static String seen(String text) {
        var flags = new BitSet();
        FLAG.matcher(text).results().forEach(flag -> flags.set(flag.start(), flag.end()));
        var seen = new StringBuilder(text.length());
        int before = 0;
        for (int place = 0; place < text.length(); ) {
            int next = text.offsetByCodePoints(place, 1);
            int each = StandardCharacters.ofRadical(text.codePointAt(place));
            if (!Unseen.is(each) || flags.get(place) || hasMeaning(each, before, text, next)) {
                seen.appendCodePoint(each);
                before = each;
            }
            place = next;
        }
        return seen.toString();
    }

    /**
     * Whether an unseen character changes how those beside it look: a joiner or the choice of a form in an emoji, and
     * the choice of a form of an ideograph (UTS #37), which a person may have in their name. Other scripts in which
     * unseen characters have a meaning are not ours.
     */
    private static boolean hasMeaning(int each, int before, String text, int next) {
        int after = next < text.length() ? text.codePointAt(next) : 0;
        if (each == 0xFE0E || each == 0xFE0F) {
            return isEmoji(before) && (before > 127 || after == KEYCAP);
        }
        if (each == ZERO_WIDTH_JOINER) {
            boolean isAfterEmoji = before == 0xFE0F || before == 0xE007F || (before > 127 && isEmoji(before));
            return isAfterEmoji && after > 127 && isEmoji(after);
        }
        return each >= 0xE0100 && each <= 0xE01EF && Character.isIdeographic(before);
    }

    private static boolean isEmoji(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.EMOJI);
    }
}
