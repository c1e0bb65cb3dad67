package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.site.Form;
import jakarta.validation.constraints.Size;

/** Row of the form of an entry: a subject that the entry is about. */
class SubjectRow extends Form {

    public Subject.Kind kind = Subject.Kind.PERSON;

    @Size(max = 200, message = "{mistake.subject.long}")
    public String name = "";

    @Size(max = 400, message = "{mistake.subject.long}")
    public String reading = "";

    static SubjectRow of(PublishedSubject subject) {
        var row = new SubjectRow();
        row.kind = subject.kind();
        row.name = subject.name();
        var reading = subject.reading();
        row.reading = reading == null ? subject.kind().read(subject.name()) : reading;
        return row;
    }

    /** Whether it is filled in. */
    boolean named() {
        return !name.isEmpty();
    }

    /** All of its text. */
    String text() {
        return kind + " " + name + (reading.isEmpty() ? "" : " " + reading);
    }
}
