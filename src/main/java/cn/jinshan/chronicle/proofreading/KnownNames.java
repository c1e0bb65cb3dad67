package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Phrases;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the subjects of the record, present and former, as a text has them, also in other forms. A form may
 * differ only in marks, spaces, width or a character of {@link FoldedText}: it finds no other words, no typing
 * mistakes, and no name that a line break or a comma divides.
 */
final class KnownNames {

    /**
     * Name that stands in a text.
     *
     * @param better the usual form or the present name; empty if the text has it
     * @param isFormer whether it is a former name
     * @param subjects those that are or were called so: if any have just this form, only those
     */
    record Sighting(int start, int end, List<String> better, boolean isFormer, List<Subjects.Called> subjects) {}

    private static final String OPENING = "“‘「『《〈(（[【〔〖";
    private static final String CLOSING = "”’」』》〉)）]】〕〗";

    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Map<String, List<Subjects.Called>> subjects = new HashMap<>();
    private final Phrases folded;

    /**
     * @param typed names that a user typed, known to the record or not
     * @param record the present and former names of all subjects of the record
     */
    KnownNames(Collection<String> typed, Collection<Subjects.Called> record) {
        for (var called : record) {
            add(called.name());
            mean(folded(called.name()), called);
        }
        for (var called : record) {
            var fold = called.former() == null ? "" : folded(called.former());
            if (!spellings.containsKey(fold) && !isShortFor(fold, called.name())) {
                mean(fold, called);
            }
        }
        typed.stream().filter(name -> !subjects.containsKey(folded(name))).forEach(this::add);
        folded = new Phrases(Stream.concat(spellings.keySet().stream(), subjects.keySet().stream())
                .toList());
    }

    private void mean(String fold, Subjects.Called called) {
        if (length(fold) > 1) {
            subjects.computeIfAbsent(fold, same -> new ArrayList<>()).add(called);
        }
    }

    private void add(String name) {
        var fold = folded(name);
        if (length(fold) > 1) {
            spellings.computeIfAbsent(fold, same -> new LinkedHashSet<>()).add(name.strip());
        }
    }

    /** Whether two characters stand for the whole name: 金山 is a part of too many other words. */
    private static boolean isShortFor(String fold, String name) {
        return length(fold) == 2 && folded(name).contains(fold);
    }

    private static String folded(String name) {
        return FoldedText.of(name).text();
    }

    private static int length(String fold) {
        return fold.codePointCount(0, fold.length());
    }

    /** The names in a text, in any form; where one name contains another, the longest. */
    List<Sighting> in(String text) {
        var fold = FoldedText.of(text);
        var words = words(text);
        var sightings = new ArrayList<Sighting>();
        int place = 0;
        while (place < fold.text().length()) {
            var sighting = at(place, fold, text, words);
            if (sighting == null) {
                place++;
                continue;
            }
            sightings.add(sighting);
            while (place < fold.text().length() && fold.place(place) < sighting.end()) {
                place++;
            }
        }
        return sightings;
    }

    private @Nullable Sighting at(int place, FoldedText fold, String text, BreakIterator words) {
        var name = folded.longestAt(fold.text(), place);
        while (name != null) {
            int last = place + name.length() - 1;
            var sighting = isCutOut(fold, place, name, words)
                    ? null
                    : sighting(text, fold.place(place), fold.place(last) + 1, name);
            if (sighting != null) {
                return sighting;
            }
            name = folded.longestAt(fold.text(), place, last);
        }
        return null;
    }

    private static BreakIterator words(String text) {
        var words = BreakIterator.getWordInstance(Locale.CHINA);
        words.setText(text);
        return words;
    }

    /**
     * Whether a name only begins or ends within another word. Of a name of two characters, a word of the dictionary
     * also tells that it begins before them, as 史为 does in 历史为民.
     */
    private static boolean isCutOut(FoldedText text, int place, String name, BreakIterator words) {
        return Phrases.isCutOut(text.text(), place, name.length())
                || (length(name) == 2 && !words.isBoundary(text.place(place)));
    }

    /** Whether these words are one of the names, with any marks. */
    boolean know(String words) {
        var fold = folded(words);
        return spellings.containsKey(fold) || subjects.containsKey(fold);
    }

    private @Nullable Sighting sighting(String text, int start, int end, String folded) {
        int from = start;
        int to = end;
        int open = unclosed(text, start, end);
        if (open < 0 && from > 0 && OPENING.indexOf(text.charAt(from - 1)) >= 0) {
            open += 1;
            from--;
        } else if (open > 0 && to < text.length() && CLOSING.indexOf(text.charAt(to)) >= 0) {
            open -= 1;
            to++;
        }
        if (open != 0) {
            return null;
        }
        var words = text.substring(from, to);
        var known = spellings.get(folded);
        var called = meant(folded, words, known == null ? Subjects.Called::former : Subjects.Called::name);
        if (known == null) {
            var now = called.stream().map(Subjects.Called::name).distinct().toList();
            return new Sighting(from, to, now, true, called);
        }
        boolean asKnown = known.contains(words)
                || (from > 0 && to < text.length() && known.contains(text.substring(from - 1, to + 1)))
                || known.stream().anyMatch(name -> bare(name).equals(words));
        return new Sighting(
                from, to, asKnown ? List.of() : List.of(known.iterator().next()), false, called);
    }

    private List<Subjects.Called> meant(String folded, String words, Function<Subjects.Called, @Nullable String> name) {
        var all = subjects.getOrDefault(folded, List.of());
        var exactly =
                all.stream().filter(called -> words.equals(name.apply(called))).toList();
        return exactly.isEmpty() ? all : exactly;
    }

    /** A name without the marks around it. */
    private static String bare(String name) {
        int last = name.length() - 1;
        return last > 1
                        && OPENING.indexOf(name.charAt(0)) >= 0
                        && CLOSING.indexOf(name.charAt(last)) == OPENING.indexOf(name.charAt(0))
                ? name.substring(1, last)
                : name;
    }

    /** The number of marks that open here and do not close; negative if a mark closes that was not opened. */
    private static int unclosed(String text, int start, int end) {
        int open = 0;
        for (int place = start; place < end; place++) {
            if (OPENING.indexOf(text.charAt(place)) >= 0) {
                open++;
            } else if (CLOSING.indexOf(text.charAt(place)) >= 0 && --open < 0) {
                return open;
            }
        }
        return open;
    }
}
