package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Check of the names in a text against the subjects of the record: former names, and other forms of a name. A form may
 * differ only in marks, spaces, width or a character of {@link FoldedText}: it finds no other words, no typing
 * mistakes, and no name that a line break or a comma divides.
 */
final class KnownNames {

    /**
     * Name that stands in a text.
     *
     * @param better the usual form or the present name; empty if the text has it
     * @param isFormer whether it is a former name
     */
    record Sighting(int start, int end, List<String> better, boolean isFormer) {}

    private static final String OPENING = "“‘「『《〈(（[【〔〖";
    private static final String CLOSING = "”’」』》〉)）]】〕〗";

    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Map<String, Set<String>> present = new HashMap<>();
    private final Phrases folded;

    /**
     * @param typed names that a user typed, known to the record or not
     * @param record the present and former names of all subjects of the record
     */
    KnownNames(Collection<String> typed, Collection<Subjects.Called> record) {
        record.forEach(called -> add(called.name()));
        for (var called : record) {
            var fold = called.former() == null ? "" : folded(called.former());
            if (length(fold) > 1 && !spellings.containsKey(fold) && !isShortFor(fold, called.name())) {
                present.computeIfAbsent(fold, same -> new LinkedHashSet<>()).add(called.name());
            }
        }
        typed.stream().filter(name -> !present.containsKey(folded(name))).forEach(this::add);
        folded = new Phrases(Stream.concat(spellings.keySet().stream(), present.keySet().stream())
                .toList());
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
        var sightings = new ArrayList<Sighting>();
        int place = 0;
        while (place < fold.text().length()) {
            var name = folded.longestAt(fold.text(), place);
            var sighting = name == null || Phrases.isCutOut(fold.text(), place, name.length())
                    ? null
                    : sighting(text, fold.place(place), fold.place(place + name.length() - 1) + 1, name);
            if (name == null || sighting == null) {
                place++;
            } else {
                sightings.add(sighting);
                place += name.length();
            }
        }
        return sightings;
    }

    /** Whether these words are one of the names, with any marks. */
    boolean know(String words) {
        var fold = folded(words);
        return spellings.containsKey(fold) || present.containsKey(fold);
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
        var now = present.get(folded);
        if (now != null) {
            return new Sighting(from, to, List.copyOf(now), true);
        }
        var words = text.substring(from, to);
        var known = spellings.getOrDefault(folded, Set.of());
        boolean asKnown = known.contains(words)
                || (from > 0 && to < text.length() && known.contains(text.substring(from - 1, to + 1)))
                || known.stream().anyMatch(name -> bare(name).equals(words));
        return new Sighting(
                from, to, asKnown ? List.of() : List.of(known.iterator().next()), false);
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
