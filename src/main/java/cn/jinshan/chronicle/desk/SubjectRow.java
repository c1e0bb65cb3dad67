package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.site.Form;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Row of the form of an entry: a subject that the entry is about. */
class SubjectRow extends Form {

    public Subject.Kind kind = Subject.Kind.PERSON;

    @Size(max = 200, message = "{mistake.subject.long}")
    public String name = "";

    @Size(max = 400, message = "{mistake.subject.long}")
    public String reading = "";

    /** The reading that the page showed; null for a row that was empty. */
    public @Nullable String shown;

    static SubjectRow of(PublishedSubject subject) {
        var row = new SubjectRow();
        row.kind = subject.kind();
        row.name = subject.name();
        var reading = subject.reading();
        row.reading = reading == null ? subject.kind().read(subject.name()) : reading;
        row.shown = row.reading;
        return row;
    }

    /** Notes what another row of the same name showed, unless the form says what it showed itself. */
    void showed(SubjectRow other) {
        shown = shown == null ? other.reading : shown;
    }

    /** Notes that the reading of another row was seen, which was saved meanwhile. */
    void sees(SubjectRow other) {
        if (isCorrected()) {
            shown = other.reading;
        }
    }

    /** Whether the user changed the reading that the page showed. */
    boolean isCorrected() {
        return shown != null && !reading.equals(shown);
    }

    /** Whether somebody else corrected the same reading otherwise. */
    boolean disagrees(SubjectRow saved) {
        return isCorrected() && !saved.reading.equals(shown) && !saved.reading.equals(reading);
    }

    /** The reading for a new name; empty if the row only shows that of another name. */
    String readingOfNew() {
        return reading.equals(shown) ? "" : reading;
    }

    /** By what it is known. */
    String key() {
        return kind + " " + name;
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
