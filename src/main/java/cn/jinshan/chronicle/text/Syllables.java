package cn.jinshan.chronicle.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Division of pinyin that is written together (xiǎomíng) into as many syllables as a name has characters. */
public final class Syllables {

    private static final int LONGEST = 8;

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng"
                    + "|ong|ing|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|vn|a|o|e|i|u|v)");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private final String pinyin;
    private final Set<List<Integer>> vain = new HashSet<>();

    private Syllables(String pinyin) {
        this.pinyin = pinyin;
    }

    /**
     * The syllables.
     *
     * @param words in small letters, decomposed, {@code v} for ü, one space between two
     * @return null if there are not as many
     */
    static @Nullable List<String> of(String words, int count) {
        var asWritten =
                words.isEmpty() ? List.<String>of() : SPACE.splitAsStream(words).toList();
        return asWritten.size() == count ? asWritten : new Syllables(words).from(0, count);
    }

    private @Nullable List<String> from(int place, int count) {
        if (place == pinyin.length()) {
            return count == 0 ? new ArrayList<>() : null;
        }
        if (pinyin.charAt(place) == ' ') {
            return from(place + 1, count);
        }
        if (count == 0 || !vain.add(List.of(place, count))) {
            return null;
        }
        for (int end = Math.min(pinyin.length(), place + LONGEST); end > place; end--) {
            var syllable = pinyin.substring(place, end);
            if (isSyllable(syllable)
                    && (end == pinyin.length()
                            || !MARK.matcher(pinyin.substring(end, end + 1)).matches())) {
                var rest = from(end, count - 1);
                if (rest != null) {
                    rest.add(0, syllable);
                    return rest;
                }
            }
        }
        return null;
    }

    /**
     * The ways to divide letters into syllables, those with longer first syllables first; none if there are none.
     *
     * @param letters small ones without tones, {@code v} or {@code u} for ü
     * @param most so many ways are enough
     */
    public static List<List<String>> divisions(String letters, int most) {
        var ends = new BitSet(letters.length() + 1);
        ends.set(letters.length());
        for (int place = letters.length() - 1; place >= 0; place--) {
            int from = place;
            ends.set(place, lengths(letters, place).anyMatch(length -> ends.get(from + length)));
        }
        var divisions = new ArrayList<List<String>>();
        if (ends.get(0) && !letters.isEmpty()) {
            divide(letters, 0, ends, new ArrayDeque<>(), divisions, most);
        }
        return List.copyOf(divisions);
    }

    private static void divide(
            String letters, int place, BitSet ends, Deque<String> before, List<List<String>> divisions, int most) {
        if (place == letters.length()) {
            divisions.add(List.copyOf(before));
            return;
        }
        for (int length :
                lengths(letters, place).filter(each -> ends.get(place + each)).toArray()) {
            if (divisions.size() < most) {
                before.addLast(letters.substring(place, place + length));
                divide(letters, place + length, ends, before, divisions, most);
                before.removeLast();
            }
        }
    }

    /** The lengths of the syllables that begin at a place, the longest first. */
    private static IntStream lengths(String letters, int place) {
        int longest = Math.min(LONGEST, letters.length() - place);
        return IntStream.rangeClosed(1, longest)
                .map(shorter -> longest + 1 - shorter)
                .filter(length -> isSyllable(letters.substring(place, place + length)));
    }

    private static boolean isSyllable(String letters) {
        return SYLLABLE.matcher(MARK.matcher(letters).replaceAll("")).matches()
                && MARK.matcher(letters).results().count() <= 1;
    }
}
