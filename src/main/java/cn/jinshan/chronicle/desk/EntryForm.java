package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.validation.DataBinder;

/** Form of an entry: its fields as typed, valid or not. */
class EntryForm extends AutosavedForm {

    private static final int BLANK_SUBJECTS = 3;

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
    private final Map<String, ConflictAnswers.Choice> choice = new TreeMap<>();
    private final Map<String, String> merged = new TreeMap<>();
    private List<String> asked = new ArrayList<>();

    /** A form to edit a saved entry; the correction note is empty if a new edition begins. */
    static EntryForm of(EditorialEntry entry) {
        var form = of(entry.base());
        form.show(entry.version());
        if (entry.open().isEmpty()) {
            form.correction = "";
        }
        return form;
    }

    /** A form that shows an edition as it was saved. */
    static EntryForm of(EditorialEdition edition) {
        var form = new EntryForm();
        var typed = TypedDate.of(edition);
        form.year = typed.chronicle();
        form.date = typed.wording();
        form.dateYear = typed.year();
        form.dateMonth = typed.month();
        form.dateDay = typed.day();
        form.title = edition.title();
        form.section = edition.section().slug();
        form.position = String.valueOf(edition.position());
        form.body = edition.body();
        form.easyRead = edition.easyRead();
        form.correction = edition.correction() == null ? "" : edition.correction();
        edition.subjects().stream().map(SubjectRow::of).forEach(form.subjects::add);
        return form;
    }

    /** A form from stored fields; an unreadable field stays empty. */
    static EntryForm of(Map<String, String[]> fields) {
        var form = new EntryForm();
        var binder = new DataBinder(form);
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
            fields.put("subjects[" + i + "].kind", new String[] {row.getKind().name()});
            fields.put("subjects[" + i + "].name", new String[] {row.getName()});
            fields.put("subjects[" + i + "].reading", new String[] {row.getReading()});
        }
        return fields;
    }

    /** Adds some empty rows for more subjects. */
    EntryForm withBlankSubjects() {
        subjects.removeIf(row -> !row.named());
        Stream.generate(SubjectRow::new).limit(BLANK_SUBJECTS).forEach(subjects::add);
        return this;
    }

    Content content(@Nullable EventDate understood, List<Subject> about) {
        return new Content(title, date, understood, body, easyRead, correction.isBlank() ? null : correction, about);
    }

    /** Whether the user only asked how the date is understood, without saving. */
    boolean isOnlyToLook() {
        return then.equals("look");
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
        return new TypedDate(year, date, dateYear, dateMonth, dateDay);
    }

    public boolean isThreeFieldsUsed() {
        return typedDate().isThreeFieldsUsed();
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

    public Map<String, ConflictAnswers.Choice> getChoice() {
        return choice;
    }

    public Map<String, String> getMerged() {
        return merged;
    }

    public List<String> getAsked() {
        return asked;
    }

    public void setAsked(List<String> asked) {
        this.asked = asked;
    }
}
