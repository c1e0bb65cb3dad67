package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names of a subject of public entries, by which it is looked for.
 *
 * @param name the present one
 * @param former those before, and those of merged subjects
 * @param reading how its present name is read, in pinyin
 */
public record SubjectNames(long id, Subject.Kind kind, String name, List<String> former, String reading) {

    /** The present name, and then those before. */
    public Stream<String> all() {
        return Stream.concat(Stream.of(name), former.stream());
    }

    static SubjectNames of(Subject subject) {
        return new SubjectNames(
                subject.id(),
                subject.kind(),
                subject.name(),
                subject.formerNames().stream()
                        .map(Subject.Name::name)
                        .filter(former -> !former.equals(subject.name()))
                        .distinct()
                        .sorted()
                        .toList(),
                subject.read());
    }
}
