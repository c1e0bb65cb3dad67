package cn.jinshan.chronicle.desk;

import static org.springframework.beans.PropertyAccessorFactory.forBeanPropertyAccess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of the form of an entry, by name: reads, copies and compares them. */
final class EntryFields {

    /** What two people may have written differently, in the order of the page. */
    static final List<String> NAMES =
            List.of("date", "title", "section", "position", "body", "easyRead", "subjects", "correction");

    /** What belongs to the date beside its wording. */
    static final List<String> OF_DATE = List.of("dateYear", "dateMonth", "dateDay");

    private EntryFields() {}

    /** Those that say something else than in another form, in the order of the page; no place agrees with any. */
    static List<String> differing(EntryForm form, EntryForm other) {
        return NAMES.stream()
                .filter(field ->
                        !field.equals("position") || !form.getPosition().isEmpty())
                .filter(field -> differs(field, form, other))
                .toList();
    }

    static boolean differs(String field, EntryForm form, EntryForm other) {
        return !form.text(field).equals(other.text(field));
    }

    /** What stands in a single field. */
    static String value(EntryForm form, String field) {
        return String.valueOf(forBeanPropertyAccess(form).getPropertyValue(field));
    }

    /** Says in one field of a form what another one says there. */
    static void copy(String field, EntryForm from, EntryForm into) {
        set(into, field, forBeanPropertyAccess(from).getPropertyValue(field));
        if (field.equals("date")) {
            OF_DATE.forEach(part -> set(into, part, value(from, part)));
        }
    }

    /** Says something in a field of a form; a wording stands for the whole date. */
    static void write(String field, String text, EntryForm into) {
        set(into, field, text);
        if (field.equals("date")) {
            OF_DATE.forEach(part -> set(into, part, ""));
        }
    }

    private static void set(EntryForm form, String field, @Nullable Object value) {
        forBeanPropertyAccess(form).setPropertyValue(field, value);
    }
}
