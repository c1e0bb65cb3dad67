package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.Reading;
import java.util.Comparator;
import java.util.List;

/**
 * Line of a printed index: a subject with its entries. Lines are sorted by kind, then by reading.
 *
 * @param reading how its name is read
 * @param entries that are about the subject
 */
public record IndexLine(PublishedSubject subject, Reading reading, List<Long> entries)
        implements Comparable<IndexLine> {

    private static final Comparator<IndexLine> ORDER = Comparator.comparing(
                    (IndexLine line) -> line.subject().kind())
            .thenComparing(IndexLine::reading)
            .thenComparing(line -> line.subject().name());

    @Override
    public int compareTo(IndexLine other) {
        return ORDER.compare(this, other);
    }
}
