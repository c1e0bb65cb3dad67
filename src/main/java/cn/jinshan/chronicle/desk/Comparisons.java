package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.text.Differences;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Service that compares texts of an entry and describes the differences for staff. */
@Component
class Comparisons {

    private final MessageSourceAccessor messages;

    Comparisons(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    /** The changes of an edition from an earlier one. */
    List<FieldDifference> between(EditorialEdition earlier, EditorialEdition later) {
        var fields = EntryFields.differing(EntryForm.of(earlier), EntryForm.of(later));
        return differences(fields, shown(earlier), shown(later));
    }

    /** The changes of an edition from a text that was saved before. */
    List<FieldDifference> since(EntryForm saved, EditorialEdition present) {
        return between(saved, present, EntryFields.differing(saved, EntryForm.of(present)));
    }

    /** The differences between the text of a user and an edition, in given fields. */
    List<FieldDifference> between(EntryForm yours, EditorialEdition saved, List<String> fields) {
        return differences(fields, shown(yours, saved), shown(saved));
    }

    private static List<FieldDifference> differences(
            List<String> fields, Map<String, String> one, Map<String, String> other) {
        return fields.stream()
                .map(field -> new FieldDifference(
                        field, Differences.between(one.getOrDefault(field, ""), other.getOrDefault(field, ""))))
                .toList();
    }

    /** The text of an edition, by field. */
    Map<String, String> shown(EditorialEdition edition) {
        return shown(EntryForm.of(edition), edition);
    }

    /** The text of a form, by field; the edition gives the titles of the sections. */
    Map<String, String> shown(EntryForm form, EditorialEdition edition) {
        return EntryFields.NAMES.stream().collect(toMap(field -> field, field -> shown(form, field, edition)));
    }

    private String shown(EntryForm form, String field, EditorialEdition edition) {
        return switch (field) {
            case "date" -> form.typedDate().inWords();
            case "section" ->
                edition.chronicle().sections().stream()
                        .filter(section -> section.slug().equals(form.section))
                        .map(PublishedSection::title)
                        .findFirst()
                        .orElse(form.section);
            case "subjects" ->
                form.subjects.stream()
                        .filter(SubjectRow::named)
                        .map(this::subject)
                        .collect(joining("\n"));
            default -> form.text(field);
        };
    }

    private String subject(SubjectRow row) {
        var kind = row.kind == null
                ? ""
                : messages.getMessage("entry.subjects." + row.kind) + messages.getMessage("list.colon");
        return kind + row.name + (row.reading.isEmpty() ? "" : "（" + row.reading + "）");
    }
}
