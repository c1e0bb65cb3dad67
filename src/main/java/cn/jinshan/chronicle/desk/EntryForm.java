package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.site.FormBinder;
import cn.jinshan.chronicle.text.PlainText;
import cn.jinshan.chronicle.text.Prose;
import cn.jinshan.chronicle.text.TypedNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.MutablePropertyValues;

/** Form of an entry: its fields as typed, valid or not. */
class EntryForm extends AutosavedForm {

    public int year;

    @Size(max = 200, message = "{mistake.date.long}")
    public String date = "";

    public String dateYear = "";
    public String dateMonth = "";
    public String dateDay = "";
    public String dateToMonth = "";
    public String dateToDay = "";
    public String dateAbout = "";

    @Size(max = 200, message = "{mistake.title.long}")
    public String title = "";

    public String section = "";

    public String position = "";

    @Size(max = 20_000, message = "{mistake.text.long}")
    public String body = "";

    @Size(max = 200, message = "{mistake.title.long}")
    public String easyTitle = "";

    @Size(max = 20_000, message = "{mistake.text.long}")
    public String easyRead = "";

    public List<@Valid SubjectRow> subjects = new ArrayList<>();

    @Size(max = 1000, message = "{mistake.correction.long}")
    public String correction = "";

    public String then = "";

    /** The {@link SubjectRow#key} of a subject to add, of those found in the text; {@code *} for all of them. */
    public String add = "";

    /** The {@link SubjectRow#key} of a subject to remove. */
    public String remove = "";

    public final Map<String, ConflictAnswers.Choice> choice = new TreeMap<>();
    public final Map<String, String> merged = new TreeMap<>();
    public List<String> asked = new ArrayList<>();

    /** A form to edit a saved entry; the correction note is empty if a new edition begins. */
    static EntryForm of(EditorialEntry entry) {
        var form = of(entry.base());
        form.show(entry.version());
        if (entry.open().isEmpty()) {
            form.correction = "";
        }
        return form;
    }

    /** A form that shows an edition as it was saved, in standard form, so that only what somebody typed differs. */
    static EntryForm of(EditorialEdition edition) {
        var form = new EntryForm();
        var typed = TypedDate.of(edition);
        form.year = typed.chronicle();
        form.date = PlainText.stripped(typed.wording());
        typed.boxes().fill(form);
        form.title = PlainText.stripped(edition.title());
        form.section = edition.section().slug();
        form.position = String.valueOf(edition.position());
        form.body = PlainText.of(edition.body());
        form.easyTitle = PlainText.stripped(edition.easyTitle());
        form.easyRead = PlainText.of(edition.easyRead());
        form.correction = edition.correction() == null ? "" : PlainText.stripped(edition.correction());
        edition.subjects().stream().map(SubjectRow::of).forEach(form.subjects::add);
        return form;
    }

    /** A form from stored fields; an unreadable field stays empty. */
    static EntryForm of(Map<String, String[]> fields) {
        var form = new EntryForm();
        var binder = new FormBinder(form, "form");
        binder.setIgnoreInvalidFields(true);
        binder.bind(new MutablePropertyValues(fields));
        return form;
    }

    /** The fields by name, to be read back by {@link #of(Map)}. */
    Map<String, String[]> fields() {
        var fields = new TreeMap<String, String[]>();
        fields.put("year", new String[] {String.valueOf(year)});
        Stream.concat(EntryFields.NAMES.stream(), EntryFields.OF_DATE.stream())
                .filter(field -> !field.equals("subjects"))
                .forEach(field -> fields.put(field, new String[] {EntryFields.value(this, field)}));
        for (int i = 0; i < subjects.size(); i++) {
            var row = subjects.get(i);
            if (row.kind != null) {
                fields.put("subjects[" + i + "].kind", new String[] {row.kind.name()});
            }
            fields.put("subjects[" + i + "].name", new String[] {row.name});
            fields.put("subjects[" + i + "].reading", new String[] {row.reading});
            if (row.shown != null) {
                fields.put("subjects[" + i + "].shown", new String[] {row.shown});
            }
        }
        return fields;
    }

    /** Adds an empty row for one more subject. */
    EntryForm withBlankSubject() {
        subjects.removeIf(row -> !row.named());
        subjects.add(new SubjectRow());
        return this;
    }

    /** The named subjects by kind and name, each once. */
    Map<String, SubjectRow> named() {
        var named = new LinkedHashMap<String, SubjectRow>();
        subjects.stream().filter(SubjectRow::named).forEach(row -> named.putIfAbsent(row.key(), row));
        return named;
    }

    /** Calls an action with each subject that another form also names, and with that one's row. */
    void withEachOf(EntryForm other, BiConsumer<SubjectRow, SubjectRow> action) {
        var others = other.named();
        named().forEach((key, row) -> {
            if (others.containsKey(key)) {
                action.accept(row, others.get(key));
            }
        });
    }

    Content content(@Nullable EventDate understood, List<Subject> about) {
        return new Content(
                title, date, understood, body, easyTitle, easyRead, correction.isBlank() ? null : correction, about);
    }

    /** The entry as the public would read it; a date that is not understood is not shown. */
    PublishedEntry asItWouldBe(PublishedSection its, @Nullable EventDate understood) {
        return new PublishedEntry(
                0,
                0,
                its,
                0,
                title,
                understood == null ? EventDate.parse("", year, null) : understood,
                new Prose(body),
                easyTitle,
                new Prose(easyRead),
                null,
                Instant.EPOCH);
    }

    /** The named subjects as the public would read them; none leads anywhere. */
    List<PublishedSubject> publishedSubjects() {
        return named().values().stream()
                .filter(row -> row.kind != null)
                .map(row -> new PublishedSubject(0, Objects.requireNonNull(row.kind), row.name, null, null, false))
                .toList();
    }

    /** Whether the user only asked how the form is understood, or changed its subjects, without saving. */
    boolean isOnlyToLook() {
        return then.equals("look") || then.equals("nearest") || !add.isEmpty() || !remove.isEmpty();
    }

    /** The text of a field; for the date, its wording and the parts beside it. */
    public String text(String field) {
        return switch (field) {
            case "date" -> typedDate().text();
            case "subjects" ->
                subjects.stream()
                        .filter(SubjectRow::named)
                        .map(SubjectRow::text)
                        .collect(joining("\n"));
            default -> EntryFields.value(this, field);
        };
    }

    TypedDate typedDate() {
        return new TypedDate(
                year, date, new DateBoxes(dateYear, dateMonth, dateDay, dateToMonth, dateToDay, dateAbout));
    }

    public boolean isBesideWording() {
        return typedDate().boxes().isUsed();
    }

    @Override
    protected String cleaned(String field, String typed) {
        return switch (field) {
            case "body", "easyRead" -> PlainText.of(typed);
            case "dateYear", "dateMonth", "dateDay", "dateToMonth", "dateToDay", "position" -> TypedNumber.of(typed);
            case "merged" -> typed;
            default -> super.cleaned(field, typed);
        };
    }
}
