package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Other entry that shares subjects with the present one.
 *
 * @param shared persons and events that both are about, and places if it stands in the same chronicle and they were
 *     looked for
 */
public record RelatedEntry(PublishedEntry entry, List<PublishedSubject> shared) {

    /** The names of what both are about, as they stand in a sentence. */
    public String sharedNames() {
        return shared.stream().map(PublishedSubject::name).collect(Collectors.joining("、"));
    }
}
