package cn.jinshan.chronicle.entries;

/** Section of a chronicle, as the public sees it. */
public record PublishedSection(long id, String slug, String title, int position, Tone tone) {

    public static PublishedSection of(Section section) {
        return new PublishedSection(section.id(), section.slug(), section.title(), section.position(), section.tone());
    }
}
