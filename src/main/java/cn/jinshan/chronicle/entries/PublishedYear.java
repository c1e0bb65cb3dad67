package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is chosen of a year, as it is read out.
 *
 * @param described the listed subjects with a note, as the entries first mention them
 * @param lines the entries in the order in which they were published: by section, then by place in it
 */
public record PublishedYear(PublishedChronicle chronicle, List<PublishedSubject> described, Stream<Line> lines) {

    /**
     * Entry with its subjects.
     *
     * @param subjects in its order
     */
    public record Line(PublishedEntry entry, List<PublishedSubject> subjects) {}
}
