package cn.jinshan.chronicle.editorial;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.Source;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.StoredTexts;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts of the record: entries as they are public or being written, years, sections, subjects. */
@Component
class EditorialTexts implements StoredTexts {

    private final EditorialEditions editions;
    private final Chronicles chronicles;
    private final Subjects subjects;

    EditorialTexts(EditorialEditions editions, Chronicles chronicles, Subjects subjects) {
        this.editions = editions;
        this.chronicles = chronicles;
        this.subjects = subjects;
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        try (var present = editions.present()) {
            present.forEach(each -> action.accept(StoredText.of(
                    "entry " + each.entry(),
                    each.title(),
                    each.wording(),
                    each.body(),
                    each.easyTitle(),
                    each.easyRead(),
                    each.correction())));
        }
        for (var chronicle :
                chronicles.all().stream().map(Chronicle::asPublished).toList()) {
            var source = Optional.ofNullable(chronicle.source());
            action.accept(StoredText.of(
                    "chronicle " + chronicle.year(),
                    chronicle.title(),
                    chronicle.introduction(),
                    source.map(Source::publisher).orElse(null),
                    source.map(Source::title).orElse(null)));
            chronicle
                    .sections()
                    .forEach(section -> action.accept(StoredText.of("section " + section.id(), section.title())));
        }
        for (var subject : subjects.all()) {
            var written = subject.asWritten(0).subject();
            var former = subject.formerNames().stream().map(Subject.Name::name).collect(joining("\n"));
            action.accept(StoredText.of(
                    "subject " + subject.id(), written.name(), written.note(), written.reading(), former));
        }
    }
}
