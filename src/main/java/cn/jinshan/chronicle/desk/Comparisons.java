package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.text.Differences;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Service that compares texts of an entry and describes the differences for staff. */
@Component
class Comparisons {

    private final MessageSource messages;

    Comparisons(MessageSource messages) {
        this.messages = messages;
    }

    /** The changes of an edition from an earlier one. */
    Comparison between(EditorialEdition earlier, EditorialEdition later) {
        return since(EntryForm.of(earlier), earlier, EntryForm.of(later), later);
    }

    /**
     * Compares the text of a user with the text that another user saved first.
     *
     * @param asked the fields that the user has to decide on
     */
    Conflict conflict(EntryForm yours, EditorialEdition saved, List<String> asked) {
        return new Conflict(yours, between(asked, yours, saved, EntryForm.of(saved), saved));
    }

    /** The changes of an edition from a text that was saved before. */
    Comparison since(EntryForm saved, EditorialEdition present) {
        return since(saved, present, EntryForm.of(present), present);
    }

    /** The text of an edition, by field. */
    Map<String, String> shown(EditorialEdition edition) {
        return shown(EntryForm.of(edition), edition);
    }

    /**
     * The text of a form, by field.
     *
     * @param edition an edition in the same chronicle
     */
    Map<String, String> shown(EntryForm form, EditorialEdition edition) {
        return EntryFields.NAMES.stream().collect(toMap(field -> field, field -> shown(form, field, edition)));
    }

    private Comparison since(EntryForm one, EditorialEdition ofOne, EntryForm other, EditorialEdition ofOther) {
        return new Comparison(between(EntryFields.differing(one, other), one, ofOne, other, ofOther));
    }

    private List<Comparison.Field> between(
            List<String> fields, EntryForm one, EditorialEdition ofOne, EntryForm other, EditorialEdition ofOther) {
        return fields.stream()
                .map(field -> new Comparison.Field(
                        field, Differences.between(shown(one, field, ofOne), shown(other, field, ofOther))))
                .toList();
    }

    /** @param edition an edition in the same chronicle, which gives the title of the section */
    private String shown(EntryForm form, String field, EditorialEdition edition) {
        return switch (field) {
            case "date" -> form.typedDate().inWords();
            case "section" ->
                edition.chronicle().sections().stream()
                        .filter(section -> section.slug().equals(form.getSection()))
                        .map(PublishedSection::title)
                        .collect(joining());
            case "subjects" ->
                form.getSubjects().stream()
                        .filter(SubjectRow::named)
                        .map(this::subject)
                        .collect(joining("\n"));
            default -> form.text(field);
        };
    }

    private String subject(SubjectRow row) {
        var kind = messages.getMessage("entry.subjects." + row.getKind(), null, LocaleContextHolder.getLocale());
        var colon = messages.getMessage("list.colon", null, LocaleContextHolder.getLocale());
        return kind + colon + row.getName() + (row.getReading().isEmpty() ? "" : "（" + row.getReading() + "）");
    }
}
