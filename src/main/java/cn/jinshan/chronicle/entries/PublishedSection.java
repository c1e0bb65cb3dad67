package cn.jinshan.chronicle.entries;

import java.util.Objects;

/** Section of a chronicle, as the public sees it. */
public record PublishedSection(long id, String slug, String title, int position, Tone tone) {

    public static PublishedSection of(Section section) {
        return new PublishedSection(
                Objects.requireNonNull(section.id()),
                section.slug(),
                section.title(),
                section.position(),
                section.tone());
    }
}
