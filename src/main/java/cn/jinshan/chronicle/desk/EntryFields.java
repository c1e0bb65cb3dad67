package cn.jinshan.chronicle.desk;

import static org.springframework.beans.PropertyAccessorFactory.forDirectFieldAccess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of the form of an entry, by name: reads, copies and compares them. */
final class EntryFields {

    /** The fields that can differ between two users, in the order of the page. */
    static final List<String> NAMES = List.of(
            "year", "date", "title", "section", "position", "body", "easyTitle", "easyRead", "subjects", "correction");

    /** The fields of the date beside its wording. */
    static final List<String> OF_DATE =
            List.of("dateYear", "dateMonth", "dateDay", "dateToMonth", "dateToDay", "dateAbout");

    private EntryFields() {}

    /** The fields that differ from another form, in the order of the page; an empty place differs from none. */
    static List<String> differing(EntryForm form, EntryForm other) {
        return NAMES.stream()
                .filter(field -> !field.equals("position") || !form.position.isEmpty())
                .filter(field -> differs(field, form, other))
                .toList();
    }

    static boolean differs(String field, EntryForm form, EntryForm other) {
        return !form.text(field).equals(other.text(field));
    }

    /** The value of a field. */
    static String value(EntryForm form, String field) {
        return String.valueOf(forDirectFieldAccess(form).getPropertyValue(field));
    }

    /** Copies a field from one form to another. */
    static void copy(String field, EntryForm from, EntryForm into) {
        set(into, field, forDirectFieldAccess(from).getPropertyValue(field));
        if (field.equals("date")) {
            OF_DATE.forEach(part -> set(into, part, value(from, part)));
        }
    }

    /** Sets a field of a form; a wording replaces the whole date. */
    static void write(String field, String text, EntryForm into) {
        set(into, field, into.cleaned(field, text));
        if (field.equals("date")) {
            OF_DATE.forEach(part -> set(into, part, ""));
        }
    }

    private static void set(EntryForm form, String field, @Nullable Object value) {
        forDirectFieldAccess(form).setPropertyValue(field, value);
    }
}
