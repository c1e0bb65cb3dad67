package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Size;

/** Row of the form of an entry: a subject that the entry is about. */
class SubjectRow {

    private Subject.Kind kind = Subject.Kind.PERSON;

    @Size(max = 200, message = "{mistake.subject.long}")
    private String name = "";

    @Size(max = 400, message = "{mistake.subject.long}")
    private String reading = "";

    static SubjectRow of(PublishedSubject subject) {
        var row = new SubjectRow();
        row.setKind(subject.kind());
        row.setName(subject.name());
        var reading = subject.reading();
        row.setReading(reading == null ? subject.kind().read(subject.name()) : reading);
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

    public Subject.Kind getKind() {
        return kind;
    }

    public void setKind(Subject.Kind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = PlainText.stripped(name);
    }

    public String getReading() {
        return reading;
    }

    public void setReading(String reading) {
        this.reading = PlainText.stripped(reading);
    }
}
