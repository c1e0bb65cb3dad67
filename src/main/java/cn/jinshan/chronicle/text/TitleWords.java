package cn.jinshan.chronicle.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of titles, as people pause between them: a line of a title breaks after a word, and nowhere else. Known names
 * and the words of the field stay whole, then come those of ICU's dictionary; a single character stays with a
 * neighbour. The words of the latest titles are kept.
 */
public final class TitleWords {

    /** In characters; a longer name, or what would become longer by a neighbour, is divided. */
    private static final int LONGEST = 8;

    private static final int KEPT = 5_000;

    /** Those that stay with the word before; other single characters stay with the one behind. */
    private static final String ENDINGS = "人员会区县市镇乡村路站队杯年月日号届次名组级式性化者家士生证费奖部局处科室院馆所厅团社长们的了等";

    private static final String CLOSING = "”’」』》）";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+月[0-9]+日|第?[0-9]+(?:年度|[年月日号届次名条个位场件项期])?");

    private static final List<String> FIELD = field();

    private final Set<String> names;
    private final Phrases whole;
    private final Cache<String, List<String>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** @param names that are known */
    public TitleWords(Collection<String> names) {
        this.names = Set.copyOf(names);
        this.whole = new Phrases(Stream.concat(FIELD.stream(), this.names.stream())
                .filter(name -> name.length() > 1 && name.length() <= LONGEST)
                .toList());
    }

    /** These if they know the same names, so that their words are kept; else others that do. */
    public TitleWords knowing(Collection<String> names) {
        return this.names.equals(Set.copyOf(names)) ? this : new TitleWords(names);
    }

    /** The words of a title, which together are the title. */
    public List<String> of(String title) {
        return kept.get(title, this::divided);
    }

    private List<String> divided(String title) {
        var ends = joined(title, ends(title));
        var lines = BreakIterator.getLineInstance(Locale.CHINA);
        lines.setText(title);
        var words = new ArrayList<String>();
        int start = 0;
        for (int end : ends) {
            boolean isSpaced = Character.isWhitespace(title.charAt(end - 1));
            if (end == title.length() || (lines.isBoundary(end) && !isSpaced)) {
                words.add(title.substring(start, end));
                start = end;
            }
        }
        return List.copyOf(words);
    }

    /** Where known words, numbers and those of the dictionary end. */
    private List<Integer> ends(String title) {
        var breaks = new BitSet();
        var dictionary = BreakIterator.getWordInstance(Locale.CHINA);
        dictionary.setText(title);
        for (int end = dictionary.next(); end != BreakIterator.DONE; end = dictionary.next()) {
            breaks.set(end);
        }
        var number = NUMBER.matcher(title);
        int place = 0;
        while (place < title.length()) {
            int length = 0;
            var known = whole.longestAt(title, place);
            if (known != null && !Phrases.isCutOut(title, place, known.length())) {
                length = known.length();
            } else if (number.region(place, title.length()).lookingAt()
                    && !Phrases.isCutOut(title, place, number.end() - place)) {
                length = number.end() - place;
            }
            if (length > 0) {
                breaks.clear(place, place + length);
                breaks.set(place);
                breaks.set(place + length);
            }
            place += Math.max(length, 1);
        }
        breaks.clear(0);
        return breaks.stream().boxed().toList();
    }

    /** The same without those that would leave a character alone. */
    private static List<Integer> joined(String title, List<Integer> ends) {
        var joined = new ArrayList<Integer>();
        int before = 0;
        int start = 0;
        int from = 0;
        for (int end : ends) {
            boolean isLast = end == title.length();
            boolean isSingle = isSingle(title, from, end);
            boolean isEnding = isSingle && (isLast || ENDINGS.indexOf(title.charAt(from)) >= 0);
            if (isEnding && start == from && follows(title, from) && end - before <= LONGEST) {
                joined.set(joined.size() - 1, end);
                start = end;
            } else if (!isSingle || isLast || end - start >= LONGEST / 2) {
                joined.add(end);
                before = start;
                start = end;
            }
            from = end;
        }
        return joined;
    }

    /** Whether it stands behind a word, or behind the mark that closes one. */
    private static boolean follows(String title, int place) {
        return place > 0
                && (Character.isLetterOrDigit(title.codePointBefore(place))
                        || CLOSING.indexOf(title.charAt(place - 1)) >= 0);
    }

    private static boolean isSingle(String title, int start, int end) {
        return title.codePointCount(start, end) == 1 && Character.isIdeographic(title.codePointAt(start));
    }

    private static List<String> field() {
        try (var words = Objects.requireNonNull(TitleWords.class.getResourceAsStream("/words/field.txt"))) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
