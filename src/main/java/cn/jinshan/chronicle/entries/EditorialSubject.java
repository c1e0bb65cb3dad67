package cn.jinshan.chronicle.entries;

import java.util.List;

/**
 * Subject, as staff see it.
 *
 * @param listed whether the public index lists it
 * @param formerNames that still lead to it
 * @param editions how many mention it, whatever their state
 */
public record EditorialSubject(
        PublishedSubject subject, long version, boolean listed, List<Subject.Name> formerNames, long editions) {

    /** How its name is read, as its characters tell. */
    public String automaticReading() {
        return subject.kind().read(subject.name());
    }
}
