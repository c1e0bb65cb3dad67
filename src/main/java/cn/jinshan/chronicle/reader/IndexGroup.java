package cn.jinshan.chronicle.reader;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.entries.IndexedSubject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Group of subjects under one heading of the index.
 *
 * @param heading {@code A} to {@code Z}, or a number of strokes; empty for names without either
 */
record IndexGroup(String heading, List<IndexedSubject> subjects) {

    /** Groups by the first letter of the reading. */
    static List<IndexGroup> byPinyin(List<IndexedSubject> read) {
        return grouped(read.stream(), subject -> subject.reading().initial(), subject -> subject);
    }

    /** Groups by the strokes of the first character, then in the order of the strokes that follow. */
    static List<IndexGroup> byStrokes(List<IndexedSubject> read) {
        var byStrokes = comparing(Written::strokes)
                .thenComparing(written -> written.subject().reading());
        return grouped(read.stream().map(Written::of).sorted(byStrokes), Written::heading, Written::subject);
    }

    private static <T> List<IndexGroup> grouped(
            Stream<T> sorted, Function<T, String> heading, Function<T, IndexedSubject> subject) {
        var groups = sorted.collect(groupingBy(heading, LinkedHashMap::new, mapping(subject, toList())));
        return groups.entrySet().stream()
                .map(group -> new IndexGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** The id of the group on the page: {@code group-a}, {@code group-4}; {@code group-other}. */
    public String id() {
        return "group-" + (heading.isEmpty() ? "other" : heading.toLowerCase(Locale.ROOT));
    }

    /** Name for the order by strokes, with a character for each of its own, in the order of their strokes. */
    private record Written(IndexedSubject subject, String strokes) {

        /** Sorts after all numbers of strokes. */
        private static final char UNKNOWN = Character.MAX_VALUE;

        private static Written of(IndexedSubject subject) {
            var strokes = new StringBuilder();
            subject.subject()
                    .name()
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Strokes::of)
                    .forEach(count -> strokes.append(count == 0 ? UNKNOWN : (char) count));
            return new Written(subject, strokes.toString());
        }

        private String heading() {
            return strokes.isEmpty() || strokes.charAt(0) == UNKNOWN ? "" : String.valueOf((int) strokes.charAt(0));
        }
    }
}
