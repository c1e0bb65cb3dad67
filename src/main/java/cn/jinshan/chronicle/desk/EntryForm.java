package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.springframework.beans.PropertyAccessorFactory.forBeanPropertyAccess;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.proofreading.Hints;
import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.validation.DataBinder;

/** What somebody typed about an entry, understood or not. */
public class EntryForm extends VersionedForm {

    private static final int BLANK_SUBJECTS = 3;

    /** What two people may have written differently, in the order of the page. */
    static final List<String> FIELDS =
            List.of("date", "title", "section", "position", "body", "easyRead", "subjects", "correction");

    private static final List<String> DATE_FIELDS = List.of("dateYear", "dateMonth", "dateDay");

    /** Which of two texts to go on from, field by field, after somebody else saved first. */
    public enum Choice {
        YOURS,
        THEIRS,
        MERGED
    }

    /** Somebody or something that the entry is about. */
    public static class SubjectRow {

        private Subject.Kind kind = Subject.Kind.PERSON;

        @Size(max = 200, message = "{mistake.subject.long}")
        private String name = "";

        @Size(max = 400, message = "{mistake.subject.long}")
        private String reading = "";

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

        private String text() {
            return kind + " " + name + (reading.isEmpty() ? "" : " " + reading);
        }
    }

    private String formKey = "";
    private String holder = "";
    private String taken = "";
    private int year;

    @Size(max = 200, message = "{mistake.date.long}")
    private String date = "";

    private String dateYear = "";
    private String dateMonth = "";
    private String dateDay = "";

    @Size(max = 200, message = "{mistake.title.long}")
    private String title = "";

    private String section = "";

    @Pattern(regexp = "|[1-9]\\d{0,5}", message = "{mistake.position}")
    private String position = "";

    @Size(max = 20_000, message = "{mistake.text.long}")
    private String body = "";

    @Size(max = 20_000, message = "{mistake.text.long}")
    private String easyRead = "";

    private List<@Valid SubjectRow> subjects = new ArrayList<>();

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String correction = "";

    private String then = "";
    private Map<String, Choice> choice = new TreeMap<>();
    private Map<String, String> merged = new TreeMap<>();
    private List<String> asked = new ArrayList<>();

    /** A form that shows an entry as it was saved, to be written on: what is written next corrects something else. */
    static EntryForm of(EditorialEntry entry) {
        var form = of(WritingController.base(entry), entry.version());
        if (entry.open().isEmpty()) {
            form.correction = "";
        }
        return form;
    }

    /** A form that was kept, by the names of its fields; what cannot be read of it stays empty. */
    static EntryForm of(Map<String, String[]> fields) {
        var form = new EntryForm();
        var binder = new DataBinder(form);
        binder.setIgnoreInvalidFields(true);
        binder.bind(new MutablePropertyValues(fields));
        return form;
    }

    /** What it says, by the names of its fields, so that {@link #of(Map)} makes a form that says the same. */
    Map<String, String[]> fields() {
        var fields = new TreeMap<String, String[]>();
        fields.put("year", new String[] {String.valueOf(year)});
        Stream.concat(FIELDS.stream(), DATE_FIELDS.stream())
                .filter(field -> !field.equals("subjects"))
                .forEach(field -> fields.put(field, new String[] {value(field)}));
        for (int i = 0; i < subjects.size(); i++) {
            var row = subjects.get(i);
            fields.put("subjects[" + i + "].kind", new String[] {row.getKind().name()});
            fields.put("subjects[" + i + "].name", new String[] {row.getName()});
            fields.put("subjects[" + i + "].reading", new String[] {row.getReading()});
        }
        return fields;
    }

    /** A form that shows an edition as it was saved. */
    static EntryForm of(EditorialEdition edition, long version) {
        var form = new EntryForm();
        form.show(version);
        form.year = edition.chronicle().year();
        form.date = edition.wording();
        form.title = edition.title();
        form.section = edition.section().slug();
        form.position = String.valueOf(edition.position());
        form.body = edition.body();
        form.easyRead = edition.easyRead();
        form.correction = edition.correction() == null ? "" : edition.correction();
        edition.subjects().forEach(form::add);
        var understood = edition.date();
        if (understood != null && !understood.equals(form.parsed())) {
            form.fill(understood.edtf());
        }
        return form;
    }

    private void add(PublishedSubject subject) {
        var row = new SubjectRow();
        row.setKind(subject.kind());
        row.setName(subject.name());
        var reading = subject.reading();
        row.setReading(reading == null ? subject.kind().read(subject.name()) : reading);
        subjects.add(row);
    }

    private void fill(Edtf understood) {
        if (understood.isPlain()) {
            var first = understood.earliest();
            dateYear = String.valueOf(first.getYear());
            dateMonth = understood.precision() == Precision.YEAR ? "" : String.valueOf(first.getMonthValue());
            dateDay = understood.precision() == Precision.DAY ? String.valueOf(first.getDayOfMonth()) : "";
        }
    }

    /** Leaves some rows empty for more subjects. */
    EntryForm withBlankSubjects() {
        subjects.removeIf(row -> row.getName().isEmpty());
        Stream.generate(SubjectRow::new).limit(BLANK_SUBJECTS).forEach(subjects::add);
        return this;
    }

    /**
     * What is understood of the date: of year, month and day where those are filled in, else of the wording; what was
     * understood before of the same wording stays.
     *
     * @param before the edition that was written on, if there is one
     * @throws DateRefusedException if it cannot be read, or cannot be
     */
    EventDate understood(@Nullable EditorialEdition before) {
        if (isThreeFieldsUsed()) {
            return EventDate.of(date, threeFields(), year);
        }
        try {
            return EventDate.parse(date, year, null);
        } catch (DateRefusedException refusal) {
            var known = before == null || !before.wording().equals(date) ? null : before.date();
            if (known == null || known.edtf().isPlain()) {
                throw refusal;
            }
            return known;
        }
    }

    private @Nullable EventDate parsed() {
        try {
            return EventDate.parse(date, year, null);
        } catch (DateRefusedException notUnderstood) {
            return null;
        }
    }

    private String threeFields() {
        var written = new StringBuilder(dateYear.isBlank() ? String.valueOf(year) : dateYear.strip());
        if (!dateMonth.isBlank() || !dateDay.isBlank()) {
            written.append('-').append(twoDigits(dateMonth));
        }
        if (!dateDay.isBlank()) {
            written.append('-').append(twoDigits(dateDay));
        }
        return written.toString();
    }

    private static String twoDigits(String number) {
        var digits = number.strip();
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Whether it says what that edition says. */
    boolean says(EditorialEdition edition) {
        return differing(of(edition, 0)).isEmpty();
    }

    /** The fields that say something else than another form, in the order of the page; no place agrees with any. */
    List<String> differing(EntryForm other) {
        return FIELDS.stream()
                .filter(field -> !field.equals("position") || !position.isEmpty())
                .filter(field -> !text(field).equals(other.text(field)))
                .toList();
    }

    /** What a field says, in one text. */
    public String text(String field) {
        return switch (field) {
            case "date" ->
                Stream.of(date, dateYear, dateMonth, dateDay)
                        .map(String::strip)
                        .collect(joining(" "))
                        .strip();
            case "subjects" ->
                subjects.stream()
                        .filter(row -> !row.getName().isEmpty())
                        .map(SubjectRow::text)
                        .collect(joining("\n"));
            default -> value(field);
        };
    }

    private String value(String field) {
        return String.valueOf(forBeanPropertyAccess(this).getPropertyValue(field));
    }

    /** The date as it is read: its wording, and what was filled in beside it. */
    String dateInWords() {
        return !isThreeFieldsUsed()
                ? date
                : date
                        + Stream.of(part(dateYear, "年"), part(dateMonth, "月"), part(dateDay, "日"))
                                .collect(joining("", "（", "）"));
    }

    private static String part(String number, String unit) {
        return number.isBlank() ? "" : number.strip() + unit;
    }

    /** What its texts say, each by the name of its field. */
    Map<String, String> texts() {
        return Hints.FIELDS.stream().collect(toMap(field -> field, this::text));
    }

    /** Whom and what the entry is about. */
    List<String> names() {
        return subjects.stream().map(SubjectRow::getName).toList();
    }

    /** Says in one field what another form says there. */
    void take(String field, EntryForm other) {
        var mine = forBeanPropertyAccess(this);
        var from = forBeanPropertyAccess(other);
        mine.setPropertyValue(field, from.getPropertyValue(field));
        if (field.equals("date")) {
            DATE_FIELDS.forEach(part -> mine.setPropertyValue(part, from.getPropertyValue(part)));
        }
    }

    /**
     * Puts the answers to a conflict in the place of what was typed. A merge that was typed in counts, whatever was
     * chosen beside it.
     *
     * @param theirs what the page of the conflict showed as saved first
     * @return the fields that were asked about and not answered
     */
    List<String> resolve(EntryForm theirs) {
        var open = new ArrayList<String>();
        for (var field : FIELDS) {
            var chosen = isMergeTyped(field) ? Choice.MERGED : choice.get(field);
            if (chosen == Choice.THEIRS) {
                take(field, theirs);
            } else if (chosen == Choice.MERGED) {
                merge(field, theirs);
            } else if (chosen == null && asked.contains(field)) {
                open.add(field);
            }
        }
        choice = new TreeMap<>();
        merged = new TreeMap<>();
        asked = new ArrayList<>();
        return open;
    }

    /** The page offers what was typed, to be changed into a merge. */
    private boolean isMergeTyped(String field) {
        var typed = merged.get(field);
        return typed != null
                && FIELDS.contains(field)
                && !PlainText.stripped(typed).equals(value(field).strip());
    }

    private void merge(String field, EntryForm theirs) {
        if (field.equals("subjects")) {
            theirs.subjects.stream()
                    .filter(row ->
                            subjects.stream().noneMatch(mine -> mine.text().equals(row.text())))
                    .forEach(subjects::add);
        } else if (isMergeTyped(field)) {
            forBeanPropertyAccess(this).setPropertyValue(field, merged.get(field));
            if (field.equals("date")) {
                DATE_FIELDS.forEach(part -> forBeanPropertyAccess(this).setPropertyValue(part, ""));
            }
        }
    }

    /** Shows itself anew, in a page of its own: its form has this key. */
    EntryForm open(String key) {
        setFormKey(key);
        holder = UUID.randomUUID().toString();
        taken = "";
        then = "";
        return this;
    }

    /** The same for what somebody typed until some time and did not save. */
    void goOn(String key, Instant changed) {
        open(key);
        taken = changed.toString();
    }

    /** The page in which it is typed; null if it does not say. */
    @Nullable
    String holder() {
        return holder.isEmpty() ? null : holder;
    }

    /** When what the page showed at first was typed; null if it showed what was saved. */
    @Nullable
    Instant taken() {
        try {
            return taken.isEmpty() ? null : Instant.parse(taken);
        } catch (DateTimeParseException notOfOurs) {
            return null;
        }
    }

    /** The version of the entry that is written on; null for none. */
    @Nullable
    Long base() {
        return seen() < 0 ? null : seen();
    }

    Content content(@Nullable EventDate understood, List<Subject> about) {
        return new Content(title, date, understood, body, easyRead, correction.isBlank() ? null : correction, about);
    }

    /** Whether the button only asked to look at what is understood, not to save. */
    boolean isOnlyToLook() {
        return then.equals("look");
    }

    /** Whether the date is given as year, month and day beside its wording. */
    public boolean isThreeFieldsUsed() {
        return Stream.of(dateYear, dateMonth, dateDay).anyMatch(part -> !part.isEmpty());
    }

    public String getFormKey() {
        return formKey;
    }

    /** Takes the UUID that the form was given; of any other text one is made. */
    public void setFormKey(String formKey) {
        this.formKey = formKey.isEmpty() || formKey.matches("[0-9a-f-]{36}")
                ? formKey
                : UUID.nameUUIDFromBytes(formKey.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    public String getHolder() {
        return holder;
    }

    /** Takes the UUID that the page was given, and nothing else. */
    public void setHolder(String holder) {
        this.holder = holder.matches("[0-9a-f-]{36}") ? holder : "";
    }

    public String getTaken() {
        return taken;
    }

    public void setTaken(String taken) {
        this.taken = PlainText.stripped(taken);
    }

    public int getYear() {
        return year;
    }

    public void setYear(int year) {
        this.year = year;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = PlainText.stripped(date);
    }

    public String getDateYear() {
        return dateYear;
    }

    public void setDateYear(String dateYear) {
        this.dateYear = PlainText.stripped(dateYear);
    }

    public String getDateMonth() {
        return dateMonth;
    }

    public void setDateMonth(String dateMonth) {
        this.dateMonth = PlainText.stripped(dateMonth);
    }

    public String getDateDay() {
        return dateDay;
    }

    public void setDateDay(String dateDay) {
        this.dateDay = PlainText.stripped(dateDay);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = PlainText.stripped(title);
    }

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = PlainText.stripped(section);
    }

    public String getPosition() {
        return position;
    }

    public void setPosition(String position) {
        this.position = PlainText.stripped(position);
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = PlainText.of(body);
    }

    public String getEasyRead() {
        return easyRead;
    }

    public void setEasyRead(String easyRead) {
        this.easyRead = PlainText.of(easyRead);
    }

    public List<SubjectRow> getSubjects() {
        return subjects;
    }

    public void setSubjects(List<SubjectRow> subjects) {
        this.subjects = subjects;
    }

    public String getCorrection() {
        return correction;
    }

    public void setCorrection(String correction) {
        this.correction = PlainText.stripped(correction);
    }

    public String getThen() {
        return then;
    }

    public void setThen(String then) {
        this.then = PlainText.stripped(then);
    }

    public Map<String, Choice> getChoice() {
        return choice;
    }

    public void setChoice(Map<String, Choice> choice) {
        this.choice = choice;
    }

    public Map<String, String> getMerged() {
        return merged;
    }

    public void setMerged(Map<String, String> merged) {
        this.merged = merged;
    }

    public List<String> getAsked() {
        return asked;
    }

    public void setAsked(List<String> asked) {
        this.asked = asked;
    }
}
