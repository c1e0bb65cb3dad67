package cn.jinshan.chronicle.entries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps all that the public record reads out of a year. */
record ReadOut(
        List<PublishedSubject> described, List<PublishedEntry> entries, Map<Long, List<PublishedSubject>> subjects) {

    static ReadOut of(PublicRecord record, int year, TimelineFilter filter) {
        var all = new ReadOut(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        record.asPublished(year, filter, chosen -> {
            all.described.addAll(chosen.described());
            chosen.lines().forEach(line -> {
                all.entries.add(line.entry());
                if (!line.subjects().isEmpty()) {
                    all.subjects.put(line.entry().id(), line.subjects());
                }
            });
        });
        return all;
    }
}
