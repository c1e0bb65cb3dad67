package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Form for a person, organisation, place or event. */
public class SubjectForm extends PublicTextForm {

    /** The name of the subject when the form was opened. */
    public String called = "";

    /** The former name of another subject that the user confirmed taking. */
    public String taken = "";

    @Pattern(regexp = "PERSON|ORGANISATION|PLACE|EVENT", message = "{mistake.kind}")
    public String kind = "";

    @NotEmpty(message = "{mistake.subject.name}")
    @Size(max = 200, message = "{mistake.subject.long}")
    public String name = "";

    @Size(max = 400, message = "{mistake.note.long}")
    public String note = "";

    @Size(max = 400, message = "{mistake.note.long}")
    public String reading = "";

    public boolean listed;

    public List<String> formerNames = new ArrayList<>();

    static SubjectForm of(EditorialSubject written) {
        var form = new SubjectForm();
        var subject = written.subject();
        form.show(written.version());
        form.called = key(new Subject.Name(subject.kind(), subject.name()));
        form.kind = subject.kind().name();
        form.name = subject.name();
        form.note = subject.note() == null ? "" : subject.note();
        form.reading = subject.reading() == null ? "" : subject.reading();
        form.listed = written.listed();
        form.formerNames = written.formerNames().stream().map(SubjectForm::key).toList();
        return form;
    }

    /** The key of a former name in the form. */
    public static String key(Subject.Name former) {
        return former.kind() + " " + former.name();
    }

    /** Turns to the subject that it was merged into: takes its names, and lists it only if both were listed. */
    void turnTo(EditorialSubject stayed) {
        var present = of(stayed);
        version = present.version;
        called = present.called;
        listed = listed && present.listed;
        formerNames = present.formerNames;
    }

    @Override
    protected List<String> publicTexts() {
        return List.of(name, note, reading);
    }

    /** The name of the subject when the form was opened, if the form has it. */
    Optional<Subject.Name> wasCalled() {
        return Stream.of(Subject.Kind.values())
                .filter(kind -> called.startsWith(kind + " "))
                .map(kind -> new Subject.Name(kind, called.substring(kind.name().length() + 1)))
                .findFirst();
    }

    Subject.Kind chosenKind() {
        return Subject.Kind.valueOf(kind);
    }

    Subject.Name chosenName() {
        return new Subject.Name(chosenKind(), name);
    }

    /** Whether the user leaves a former name with the subject; what the browser sends is in standard form. */
    boolean keeps(Subject.Name former) {
        return formerNames.contains(key(former)) || formerNames.contains(PlainText.of(key(former)));
    }

    /** Whether the user confirmed taking this former name of another subject. */
    boolean takes(Subject.Name former) {
        return taken.equals(key(former));
    }
}
