package cn.jinshan.chronicle.reader;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.entries.IndexLine;
import cn.jinshan.chronicle.entries.PublishedCorrection;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Printable book of a year, or one part of a long year, with its own table and index.
 *
 * @param timeline the year by sections; each page of it is a part
 * @param numbers the numbers of the entries, from 1 through all parts in their order; the printed table and index refer
 *     to them
 * @param corrections the corrections, by entry
 * @param index the subjects of the entries
 */
record Booklet(
        Timeline timeline,
        Map<Long, Integer> numbers,
        Map<Long, List<PublishedCorrection>> corrections,
        SortedMap<Subject.Kind, List<IndexLine>> index) {

    static Booklet of(Timeline timeline, Map<Long, List<PublishedCorrection>> corrections, List<IndexLine> index) {
        var numbers = new HashMap<Long, Integer>();
        for (var entry : timeline.entries()) {
            numbers.put(entry.id(), Timeline.PAGE * (timeline.filter().page() - 1) + numbers.size() + 1);
        }
        return new Booklet(
                timeline,
                numbers,
                corrections,
                index.stream().collect(groupingBy(line -> line.subject().kind(), TreeMap::new, toList())));
    }

    /** The plain-language titles and texts of a year, where there are any, without table and index. */
    static Booklet easy(Timeline timeline) {
        var easy =
                timeline.entries().stream().filter(entry -> entry.isEasy(true)).toList();
        var alone = new Timeline(timeline.chronicle(), timeline.filter(), timeline.tally(), List.of(), easy);
        return of(alone, Map.of(), List.of());
    }

    /** The number of this part, from 1. */
    public int part() {
        return timeline.filter().page();
    }

    /** The address of a part, in large type or not. */
    public String address(int part, boolean large) {
        return address(part, "size", Optional.of("large").filter(size -> large));
    }

    /** The address of a part in plain language. */
    public String easyAddress(int part) {
        return address(part, "text", Optional.of("easy"));
    }

    private String address(int part, String parameter, Optional<String> value) {
        return UriComponentsBuilder.fromPath("/{year}/booklet")
                .queryParamIfPresent("part", Optional.of(part).filter(number -> number > 1))
                .queryParamIfPresent(parameter, value)
                .build(timeline.chronicle().year())
                .toString();
    }

    /** The entries in published order, by section. */
    public List<TimelineGroup> sections() {
        return TimelineGroup.of(timeline);
    }

    /** The number of the first entry of a section. */
    public int first(TimelineGroup section) {
        return number(section.entries().get(0));
    }

    /** The number of the last entry of a section. */
    public int last(TimelineGroup section) {
        return number(section.entries().get(section.entries().size() - 1));
    }

    private int number(PublishedEntry entry) {
        return Objects.requireNonNull(numbers.get(entry.id()));
    }

    /** The entries in chronicle order. */
    public List<PublishedEntry> byTime() {
        return timeline.entries().stream().sorted(PublishedEntry.OLDEST_FIRST).toList();
    }

    /** The numbers of the entries about a subject, in order. */
    public List<Long> entries(IndexLine line) {
        return line.entries().stream().sorted(comparing(numbers::get)).toList();
    }
}
