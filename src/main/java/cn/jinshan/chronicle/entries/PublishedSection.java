package cn.jinshan.chronicle.entries;

/**
 * Section of a chronicle, as the public sees it.
 *
 * @param titleEn its title on English pages; empty where that is the Chinese one
 */
public record PublishedSection(long id, String slug, String title, String titleEn, int position, Tone tone) {

    public static PublishedSection of(Section section) {
        return new PublishedSection(
                section.id(), section.slug(), section.title(), section.titleEn(), section.position(), section.tone());
    }
}
