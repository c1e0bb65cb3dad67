package cn.jinshan.chronicle.entries;

import java.util.List;

/** Subject, as staff see it, the former names that lead to it, and how many editions mention it. */
public record EditorialSubject(
        PublishedSubject subject, long version, boolean listed, List<Subject.Name> formerNames, long editions) {

    /** How its name is read, as its characters tell. */
    public String automaticReading() {
        return subject.kind().read(subject.name());
    }
}
