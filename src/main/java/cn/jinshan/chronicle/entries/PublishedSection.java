package cn.jinshan.chronicle.entries;

import java.util.Objects;

/** A section as the public reads it. */
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
