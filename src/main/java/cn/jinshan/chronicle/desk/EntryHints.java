package cn.jinshan.chronicle.desk;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.Lack;
import cn.jinshan.chronicle.proofreading.Hint;
import cn.jinshan.chronicle.proofreading.Hints;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

    /**
     * What to look at in a form as typed, suspected personal information included.
     *
     * @param base the edition that is edited, if there is one
     */
    Remarks of(EntryForm form, @Nullable EditorialEdition base) {
        var date = form.typedDate().ifUnderstood(base);
        boolean isNoted = base == null || !base.nextCorrects() || !base.closed() || !form.correction.isBlank();
        var texts = hints.of(
                Hints.FIELDS.stream().collect(toMap(field -> field, form::text)),
                form.subjects.stream().map(row -> row.name).toList());
        var found = Stream.concat(personal(form), both(date, texts).stream())
                .sorted(comparingInt(hint -> EntryFields.NAMES.indexOf(hint.field())))
                .toList();
        boolean isShutOut = base != null && base.isShutOut();
        return new Remarks(isShutOut ? Set.of() : Lack.of(form.title, date != null, form.body, isNoted), found);
    }

    /** Suspected personal information, each once, in the field in which it stands first. */
    private static Stream<Hint> personal(EntryForm form) {
        var found = new LinkedHashMap<PersonalInformation.Finding, Hint>();
        for (var field : EntryFields.NAMES) {
            PersonalInformation.in(form.text(field))
                    .forEach(finding -> found.computeIfAbsent(finding, same -> new Personal(field, same)));
        }
        return found.values().stream();
    }

    private record Personal(String field, PersonalInformation.Finding finding) implements Hint {

        @Override
        public DefaultMessageSourceResolvable words() {
            return new DefaultMessageSourceResolvable(
                    new String[] {"hint.personal"},
                    new Object[] {new DefaultMessageSourceResolvable("personal." + finding.kind()), finding.excerpt()});
        }
    }

    private List<Hint> both(@Nullable EventDate date, List<Hint> texts) {
        return Stream.concat(date == null ? Stream.of() : doubts.of(date).stream(), texts.stream())
                .toList();
    }
}
