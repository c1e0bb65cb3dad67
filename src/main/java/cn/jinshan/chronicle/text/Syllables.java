package cn.jinshan.chronicle.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Division of pinyin that is written together (xiǎomíng) into as many syllables as a name has characters. */
final class Syllables {

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

    private static boolean isSyllable(String letters) {
        return SYLLABLE.matcher(MARK.matcher(letters).replaceAll("")).matches()
                && MARK.matcher(letters).results().count() <= 1;
    }
}
