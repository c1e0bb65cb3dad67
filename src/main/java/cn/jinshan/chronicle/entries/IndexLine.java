package cn.jinshan.chronicle.entries;

import java.util.Comparator;
import java.util.List;

/**
 * A line of an index, which stands by kind, then by its syllables, whatever their tones.
 *
 * @param syllables how its name is read, without the tones
 * @param entries that are about the subject
 */
public record IndexLine(PublishedSubject subject, String syllables, List<Long> entries)
        implements Comparable<IndexLine> {

    private static final Comparator<IndexLine> ORDER = Comparator.comparing(
                    (IndexLine line) -> line.subject().kind())
            .thenComparing(IndexLine::syllables)
            .thenComparing(line -> line.subject().name());

    @Override
    public int compareTo(IndexLine other) {
        return ORDER.compare(this, other);
    }
}
