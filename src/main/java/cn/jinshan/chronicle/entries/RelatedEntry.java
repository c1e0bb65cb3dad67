package cn.jinshan.chronicle.entries;

import java.util.List;

/**
 * Another entry that shares a subject.
 *
 * @param shared persons and events that both are about, and places if it stands in the same chronicle and they were
 *     looked for
 */
public record RelatedEntry(PublishedEntry entry, List<PublishedSubject> shared) {}
