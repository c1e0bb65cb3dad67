package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.proofreading.Hint;
import cn.jinshan.chronicle.proofreading.Hints;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hints on an entry: those on its date, then those on its texts. */
@Component
class EntryHints {

    private final Hints hints;
    private final DateDoubts doubts;

    EntryHints(Hints hints, DateDoubts doubts) {
        this.hints = hints;
        this.doubts = doubts;
    }

    List<Hint> of(EditorialEdition edition) {
        return both(edition.date(), hints.of(edition));
    }

    /** The hints on a form as typed; {@code base} is the edition that is edited, if there is one. */
    List<Hint> of(EntryForm form, @Nullable EditorialEdition base) {
        var texts = hints.of(
                Hints.FIELDS.stream().collect(toMap(field -> field, form::text)),
                form.subjects.stream().map(row -> row.name).toList());
        return both(form.typedDate().ifUnderstood(base), texts);
    }

    private List<Hint> both(@Nullable EventDate date, List<Hint> texts) {
        return Stream.concat(date == null ? Stream.of() : doubts.of(date).stream(), texts.stream())
                .toList();
    }
}
