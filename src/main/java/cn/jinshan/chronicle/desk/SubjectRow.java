package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.site.Form;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Row of the form of an entry: a subject that the entry is about. */
class SubjectRow extends Form {

    /** What it is; null until that is found out, or chosen. */
    public Subject.@Nullable Kind kind;

    @Size(max = 200, message = "{mistake.subject.long}")
    public String name = "";

    @Size(max = 400, message = "{mistake.subject.long}")
    public String reading = "";

    /** The reading that the page showed; null for a row that was empty. */
    public @Nullable String shown;

    static SubjectRow of(PublishedSubject subject) {
        var reading = subject.reading();
        return of(
                subject.kind(), subject.name(), reading == null ? subject.kind().read(subject.name()) : reading);
    }

    /** The row of a known subject. */
    static SubjectRow of(Subject.Kind kind, String name, String reading) {
        var row = new SubjectRow();
        row.kind = kind;
        row.name = name;
        row.reading = reading;
        row.shown = reading;
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
    public String key() {
        return (kind == null ? "" : kind) + " " + name;
    }

    /** Whether it is filled in. */
    public boolean named() {
        return !name.isEmpty();
    }

    /** Whether no entry that the page knows of has named it before. */
    public boolean isNew() {
        return named() && shown == null;
    }

    /** All of its text. */
    String text() {
        return key() + (reading.isEmpty() ? "" : " " + reading);
    }
}
