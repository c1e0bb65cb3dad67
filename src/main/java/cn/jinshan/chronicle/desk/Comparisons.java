package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.desk.EntryForm.SubjectRow;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.text.Differences;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Compares texts of an entry, in words that staff read. */
@Component
class Comparisons {

    private final MessageSource messages;

    Comparisons(MessageSource messages) {
        this.messages = messages;
    }

    /** What an edition changes of an earlier one. */
    Comparison between(EditorialEdition earlier, EditorialEdition later) {
        return between(EntryForm.of(earlier, 0), earlier, EntryForm.of(later, 0), later);
    }

    /**
     * What somebody typed beside what somebody else saved first.
     *
     * @param version the present one of the entry, with which what was typed goes on
     * @param asked the fields that are to be decided on
     */
    Conflict conflict(EntryForm yours, EditorialEdition saved, long version, List<String> asked) {
        var theirs = EntryForm.of(saved, version);
        return new Conflict(
                yours,
                asked.stream()
                        .map(field -> between(field, yours, saved, theirs, saved))
                        .toList());
    }

    /** What an edition says otherwise than somebody saved before. */
    Comparison since(EntryForm saved, EditorialEdition present) {
        return between(saved, present, EntryForm.of(present, 0), present);
    }

    /** What an edition says, field by field. */
    Map<String, String> shown(EditorialEdition edition) {
        return shown(EntryForm.of(edition, 0), edition);
    }

    /**
     * What a form says, field by field.
     *
     * @param edition in whose chronicle it stands
     */
    Map<String, String> shown(EntryForm form, EditorialEdition edition) {
        return EntryForm.FIELDS.stream().collect(toMap(field -> field, field -> shown(form, field, edition)));
    }

    private Comparison between(EntryForm one, EditorialEdition ofOne, EntryForm other, EditorialEdition ofOther) {
        return new Comparison(one.differing(other).stream()
                .map(field -> between(field, one, ofOne, other, ofOther))
                .toList());
    }

    private Comparison.Field between(
            String field, EntryForm one, EditorialEdition ofOne, EntryForm other, EditorialEdition ofOther) {
        return new Comparison.Field(field, Differences.between(shown(one, field, ofOne), shown(other, field, ofOther)));
    }

    /** @param edition that the form stands for, in whose chronicle its section has a title */
    private String shown(EntryForm form, String field, EditorialEdition edition) {
        return switch (field) {
            case "date" -> form.dateInWords();
            case "section" ->
                edition.chronicle().sections().stream()
                        .filter(section -> section.slug().equals(form.getSection()))
                        .map(PublishedSection::title)
                        .collect(joining());
            case "subjects" ->
                form.getSubjects().stream()
                        .filter(row -> !row.getName().isEmpty())
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
