package cn.jinshan.chronicle.text;

import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Set of many phrases that are found in a text in one pass. */
public final class Phrases {

    private final String[] sorted;
    private final BitSet beginnings = new BitSet();

    public Phrases(Collection<String> phrases) {
        sorted = phrases.stream()
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        for (var phrase : sorted) {
            beginnings.set(phrase.charAt(0));
        }
    }

    /** The longest of them that a text has at a place. */
    @Nullable
    public String longestAt(String text, int place) {
        return longestAt(text, place, text.length());
    }

    /** The longest of them that a text has at a place, and that ends there or before. */
    @Nullable
    public String longestAt(String text, int place, int end) {
        if (!beginnings.get(text.charAt(place))) {
            return null;
        }
        String longest = null;
        int from = 0;
        int to = sorted.length;
        for (int depth = 0; from < to; depth++) {
            if (sorted[from].length() == depth) {
                longest = sorted[from++];
            }
            if (place + depth == end) {
                break;
            }
            char next = text.charAt(place + depth);
            to = firstWith((char) (next + 1), depth, from, to);
            from = firstWith(next, depth, from, to);
        }
        return longest;
    }

    /** The first of these, which agree up to a depth, that has at least this character there. */
    private int firstWith(char least, int depth, int from, int to) {
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle].charAt(depth) < least) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Whether it is a part of a longer word or number in letters or digits. */
    public static boolean isCutOut(String text, int start, int length) {
        return isCut(text, start) || isCut(text, start + length);
    }

    private static boolean isCut(String text, int place) {
        return place > 0
                && place < text.length()
                && isAlphanumeric(text.charAt(place - 1))
                && isAlphanumeric(text.charAt(place));
    }

    private static boolean isAlphanumeric(char each) {
        return each < 128 && Character.isLetterOrDigit(each);
    }
}
