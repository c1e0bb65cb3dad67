package cn.jinshan.chronicle.feeds;

import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.PublishedYear;
import cn.jinshan.chronicle.entries.Source;
import cn.jinshan.chronicle.entries.TimelineFilter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Export document of a year's chronicle, for import elsewhere. Entries are in their published order, and come while
 * they are written.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChronicleDocument(
        int year,
        String title,
        String introduction,
        @Nullable Source source,
        List<SectionPart> sections,
        List<SubjectPart> subjectNotes,
        Stream<EntryPart> entries) {

    record SectionPart(String slug, String title, int position, String tone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectPart(String kind, String name, @Nullable String note) {}

    record DatePart(String wording, String edtf) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryPart(
            long id,
            String section,
            int position,
            String title,
            DatePart date,
            String body,
            @Nullable String easyTitle,
            String easyRead,
            @Nullable String correction,
            List<SubjectPart> subjects,
            int edition,
            Instant published) {}

    static ChronicleDocument of(PublishedYear year) {
        var chronicle = year.chronicle();
        return new ChronicleDocument(
                chronicle.year(),
                chronicle.title(),
                chronicle.introduction(),
                chronicle.source(),
                chronicle.sections().stream().map(ChronicleDocument::section).toList(),
                year.described().stream()
                        .map(subject -> subject(subject, subject.note()))
                        .toList(),
                year.lines().map(line -> entry(line.entry(), line.subjects())));
    }

    private static SectionPart section(PublishedSection section) {
        return new SectionPart(
                section.slug(), section.title(), section.position(), TimelineFilter.word(section.tone()));
    }

    private static SubjectPart subject(PublishedSubject subject, @Nullable String note) {
        return new SubjectPart(TimelineFilter.word(subject.kind()), subject.name(), note);
    }

    private static EntryPart entry(PublishedEntry entry, List<PublishedSubject> subjects) {
        return new EntryPart(
                entry.id(),
                entry.section().slug(),
                entry.position(),
                entry.title(),
                new DatePart(entry.date().wording(), entry.date().edtf().toString()),
                entry.body().text(),
                entry.easyTitle().isEmpty() ? null : entry.easyTitle(),
                entry.easyRead().text(),
                entry.correction(),
                subjects.stream().map(subject -> subject(subject, null)).toList(),
                entry.edition(),
                entry.published().truncatedTo(ChronoUnit.SECONDS));
    }
}
