package cn.jinshan.chronicle.administration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.journal.JournalLine;
import cn.jinshan.chronicle.journal.Thing;
import cn.jinshan.chronicle.journal.ThingNames;
import cn.jinshan.chronicle.journal.ThingNames.Named;
import cn.jinshan.chronicle.text.LikePattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what the things of journal lines are called now, with a query or two for each kind. */
@Component
@Transactional(readOnly = true)
class JournalThings {

    private static final String ENTRY = "entry";
    private static final String SUBJECT = "subject";

    private final RecordNames record;
    private final Map<String, Function<Collection<Long>, List<Named>>> kinds = new HashMap<>();

    JournalThings(RecordNames record, List<ThingNames> others) {
        this.record = record;
        kinds.put("chronicle", record::chronicles);
        kinds.put("section", record::sections);
        kinds.put(SUBJECT, record::subjects);
        others.forEach(names -> kinds.put(names.kind(), names::named));
    }

    /**
     * A thing as it is now.
     *
     * @param name what it is called; null for none
     * @param gone what became of it, as a key of the messages; null while it is there
     * @param kept whether its address leads somewhere still
     */
    record Now(@Nullable String name, @Nullable String gone, boolean kept) {}

    /** What the things of these lines are now, by their stored form; what has no name of its own is left out. */
    public Map<String, Now> of(Collection<JournalLine> lines) {
        var numbers = lines.stream()
                .map(line -> Thing.NUMBERED.matcher(line.thing()))
                .filter(Matcher::matches)
                .collect(groupingBy(thing -> thing.group(1), mapping(thing -> Long.valueOf(thing.group(2)), toSet())));
        var things = new HashMap<String, Now>();
        numbers.forEach((kind, all) -> {
            var names = kinds.get(kind);
            if (names != null) {
                things.putAll(now(kind, all, names.apply(all)));
            } else if (kind.equals(ENTRY)) {
                record.entries(all).forEach(entry -> things.put(ENTRY + " " + entry.number(), now(entry)));
            }
        });
        return things;
    }

    /** What somebody may mean by a thing in its stored form, or by words in the title of entries as last written. */
    public Collection<String> meant(String typed) {
        var pattern = LikePattern.containing(typed);
        return Stream.concat(
                        Stream.of(typed), record.entriesCalled(pattern).stream().map(id -> ENTRY + " " + id))
                .toList();
    }

    private static Now now(RecordNames.Titled entry) {
        return entry.title() != null
                ? new Now(entry.title(), null, true)
                : new Now(null, entry.erased() != null ? "journal.erased" : "journal.discarded", false);
    }

    private Map<String, Now> now(String kind, Set<Long> numbers, List<Named> there) {
        var things = new HashMap<String, Now>();
        numbers.forEach(number -> things.put(kind + " " + number, new Now(null, "journal.removed", false)));
        there.forEach(one -> things.put(kind + " " + one.number(), new Now(one.name(), null, true)));
        if (kind.equals(SUBJECT) && there.size() < numbers.size()) {
            record.keptSubjects(numbers)
                    .forEach(one -> things.put(kind + " " + one.number(), new Now(one.name(), "journal.merged", true)));
        }
        return things;
    }
}
