package cn.jinshan.chronicle.entries;

import java.util.Comparator;
import java.util.List;

/**
 * A line of an index, which stands by kind, then by its syllables, whatever their tones.
 *
 * @param syllables how its name is read, without the tones
 * @param entries that are about the subject
 */
public record IndexedSubject(PublishedSubject subject, String syllables, List<Long> entries)
        implements Comparable<IndexedSubject> {

    private static final Comparator<IndexedSubject> ORDER = Comparator.comparing(
                    (IndexedSubject line) -> line.subject().kind())
            .thenComparing(IndexedSubject::syllables)
            .thenComparing(line -> line.subject().name());

    @Override
    public int compareTo(IndexedSubject other) {
        return ORDER.compare(this, other);
    }
}
