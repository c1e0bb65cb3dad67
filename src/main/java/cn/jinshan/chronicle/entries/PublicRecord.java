package cn.jinshan.chronicle.entries;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.Editions.Choice;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.text.Reading;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Read access to what the public may see: the published editions of opened chronicles. Every page, feed and count reads
 * through it. It returns records, never entities, and throws a {@link NotPublicException} for what is not there: a year
 * that is not open, a section that its chronicle has not, a page past its last.
 */
@Service
@Transactional(readOnly = true)
public class PublicRecord {

    private static final int RELATED = 6;

    /** So many entries of a long reading are in memory at once. */
    private static final int PIECE = 500;

    private final Chronicles chronicles;
    private final Editions editions;
    private final Entries entries;
    private final EntityManager database;

    PublicRecord(Chronicles chronicles, Editions editions, Entries entries, EntityManager database) {
        this.chronicles = chronicles;
        this.editions = editions;
        this.entries = entries;
        this.database = database;
    }

    /** The years whose chronicle is open to the public, newest first. */
    public List<Integer> years() {
        return chronicles.openedYears();
    }

    /** The chronicle of a year. */
    public PublishedChronicle chronicle(int year) {
        return chronicles.opened(year).map(Chronicle::asPublished).orElseThrow(() -> new NotPublicException("year"));
    }

    /** The chronicles that are open to the public, oldest first, each with how many entries it has. */
    public Map<PublishedChronicle, Tally> tallies() {
        var counts = editions.tally();
        var tallies = new LinkedHashMap<PublishedChronicle, Tally>();
        chronicles.opened().stream()
                .map(Chronicle::asPublished)
                .forEach(chronicle -> tallies.put(chronicle, tally(chronicle, counts)));
        return tallies;
    }

    /** One page of a year. */
    public Timeline timeline(int year, TimelineFilter filter) {
        var chronicle = chronicle(year);
        var choice = choice(chronicle, filter);
        var tally = tally(chronicle, editions.tally(chronicle.id()));
        if (filter.page() > Timeline.pages(tally.count(filter))) {
            throw new NotPublicException("page");
        }
        var page = PageRequest.of(filter.page() - 1, Timeline.PAGE);
        var entries = filter.isBySections()
                ? editions.asPublished(choice, page)
                : filter.isNewestFirst() ? editions.newestFirst(choice, page) : editions.oldestFirst(choice, page);
        var highlights = filter.isTopOfYear() ? editions.highlights(chronicle.id()) : List.<PublishedHighlight>of();
        return new Timeline(chronicle, filter, tally, highlights, published(entries));
    }

    /**
     * Reads out what is chosen of a year, all of one moment. Of however many entries, only some are in memory: they
     * come while the reader takes them, and no longer.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void asPublished(int year, TimelineFilter filter, Consumer<PublishedYear> reader) {
        var chronicle = chronicle(year);
        var choice = choice(chronicle, filter);
        var described =
                editions.described(choice).stream().map(PublishedSubject::of).toList();
        var numbers = editions.asPublished(choice);
        var entries = IntStream.iterate(0, start -> start < numbers.size(), start -> start + PIECE)
                .mapToObj(start -> numbers.subList(start, Math.min(numbers.size(), start + PIECE)))
                .flatMap(this::inOrder);
        reader.accept(new PublishedYear(chronicle, described, entries));
    }

    private Stream<PublishedYear.Line> inOrder(List<Long> numbers) {
        var subjects = subjects(numbers);
        var lines = entries(numbers).stream()
                .map(entry -> new PublishedYear.Line(entry, subjects.getOrDefault(entry.id(), List.of())))
                .sorted(comparing(PublishedYear.Line::entry, PublishedEntry.AS_PUBLISHED))
                .toList();
        database.clear();
        return lines.stream();
    }

    private Map<Long, List<PublishedSubject>> subjects(Collection<Long> numbers) {
        return editions.subjects(numbers).stream()
                .collect(groupingBy(
                        Editions.Mention::entry, mapping(mention -> PublishedSubject.of(mention.subject()), toList())));
    }

    private static Choice choice(PublishedChronicle chronicle, TimelineFilter filter) {
        var slugs = chronicle.sections().stream().map(PublishedSection::slug).toList();
        if (!slugs.containsAll(filter.sections())) {
            throw new NotPublicException("section");
        }
        var sections = chronicle.sections().stream()
                .filter(section -> filter.includes(section.slug()))
                .map(PublishedSection::id)
                .toList();
        return new Choice(chronicle.id(), sections, filter.monthBits(), filter.includesUndated() ? 0 : -1);
    }

    private static Tally tally(PublishedChronicle chronicle, List<Editions.Count> counts) {
        var slugs = chronicle.sections().stream().collect(toMap(PublishedSection::id, PublishedSection::slug));
        return new Tally(counts.stream()
                .filter(row -> slugs.containsKey(row.section()))
                .map(row -> new Tally.Row(slugs.getOrDefault(row.section(), ""), row.months(), row.count()))
                .toList());
    }

    /** One entry; a {@link WithdrawnException} if the public could read it once. */
    public PublishedEntry entry(long id) {
        return editions.ofEntry(id).map(Edition::asPublished).orElseThrow(() -> absent(id));
    }

    private RuntimeException absent(long id) {
        return entries.farewell(id)
                .<RuntimeException>map(farewell -> new WithdrawnException(id, farewell))
                .orElseGet(() -> new NotPublicException("entry"));
    }

    /** Corrections of an entry up to its present edition, oldest first. */
    public List<PublishedCorrection> corrections(PublishedEntry entry) {
        var corrections = new ArrayList<PublishedCorrection>();
        if (entry.edition() > 1) {
            editions.corrections(List.of(entry.id())).stream()
                    .filter(correction -> correction.edition() < entry.edition())
                    .map(Editions.Correction::asPublished)
                    .forEach(corrections::add);
        }
        var own = entry.correction();
        if (own != null && !own.isBlank()) {
            corrections.add(new PublishedCorrection(own, entry.published()));
        }
        return List.copyOf(corrections);
    }

    /** The same for several entries, by entry; entries without corrections are left out. */
    public Map<Long, List<PublishedCorrection>> corrections(List<PublishedEntry> entries) {
        return editions.corrections(ids(entries)).stream()
                .collect(groupingBy(Editions.Correction::entry, mapping(Editions.Correction::asPublished, toList())));
    }

    /** When the public could first read it, in whatever edition; once it is public no more, when this was published. */
    public Instant firstPublished(PublishedEntry entry) {
        return editions.firstPublished(entry.id()).orElse(entry.published());
    }

    private static List<Long> ids(List<PublishedEntry> entries) {
        return entries.stream().map(PublishedEntry::id).toList();
    }

    /** The entry before it in its year, oldest first. */
    public Optional<Neighbour> previous(PublishedEntry entry, PublishedChronicle chronicle) {
        return editions.before(
                chronicle.id(), entry.date().place(), entry.section().position(), entry.position(), entry.id());
    }

    /** The entry after it in its year, oldest first. */
    public Optional<Neighbour> next(PublishedEntry entry, PublishedChronicle chronicle) {
        return editions.after(
                chronicle.id(), entry.date().place(), entry.section().position(), entry.position(), entry.id());
    }

    /** Subjects of an entry, in its order. */
    public List<PublishedSubject> subjects(PublishedEntry entry) {
        return editions.subjects(entry.id()).stream()
                .map(mention -> PublishedSubject.of(mention.subject()))
                .toList();
    }

    /** The entries of these numbers, in no order; those that are not public are left out. */
    public List<PublishedEntry> entries(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : published(editions.ofEntries(numbers));
    }

    /** The names of their subjects, by entry, in the entry's order. */
    public Map<Long, List<SubjectNames>> subjectNames(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : editions.subjects(numbers).stream()
                        .collect(groupingBy(
                                Editions.Mention::entry,
                                mapping(mention -> SubjectNames.of(mention.subject()), toList())));
    }

    /** The names of all whom and what public entries are about, listed or not. */
    public List<String> names() {
        return editions.names();
    }

    /** The numbers of the entries above one, of all years, the lowest first, at most so many. */
    public List<Long> numbersAbove(long above, int most) {
        return editions.numbersAbove(above, Limit.of(most));
    }

    /** Those of these entries that were erased, public before or not. */
    public List<Long> erased(Collection<Long> numbers) {
        return entries.erased(numbers);
    }

    /** The numbers of the entries of a year; none while it is not open. */
    public List<Long> numbersOf(int year) {
        return editions.numbersOf(year);
    }

    /** The numbers of the entries about a subject. */
    public List<Long> numbersAbout(long subject) {
        return editions.numbersAbout(subject);
    }

    /** The sections of all years, each slug once, as the newest year calls it. */
    public List<PublishedSection> sections() {
        var sections = new LinkedHashMap<String, PublishedSection>();
        chronicles.openedSections().stream()
                .map(PublishedSection::of)
                .forEach(section -> sections.putIfAbsent(section.slug(), section));
        return List.copyOf(sections.values());
    }

    /** How many entries there are, of all years. */
    public long count() {
        return editions.count();
    }

    /** The entries of all years by number; a page, from 1, that is past the end is empty. */
    public List<PublicAddress> addresses(int page, int size) {
        return editions.addresses(PageRequest.of(page - 1, size));
    }

    /** Listed subjects of these entries, sorted by kind, then by reading. */
    public List<IndexLine> index(List<PublishedEntry> entries) {
        var found = editions.listed(ids(entries)).stream()
                .collect(groupingBy(Editions.Mention::subject, mapping(Editions.Mention::entry, toList())));
        return found.entrySet().stream()
                .map(line -> new IndexLine(
                        PublishedSubject.of(line.getKey()),
                        Reading.of(line.getKey().read(), line.getKey().name()),
                        line.getValue()))
                .sorted(comparing((IndexLine line) -> line.subject().kind())
                        .thenComparing(IndexLine::reading)
                        .thenComparing(line -> line.subject().name()))
                .toList();
    }

    /**
     * At most six entries about the same: first of any year, those that share the most persons and events, then of its
     * own chronicle, those at the same place. An organisation relates nothing: the publisher stands in half of them.
     */
    public List<RelatedEntry> related(
            PublishedEntry entry, PublishedChronicle chronicle, List<PublishedSubject> subjects) {
        var shared = new LinkedHashMap<Edition, List<PublishedSubject>>();
        var met = of(subjects, Kind.PERSON, Kind.EVENT);
        if (!met.isEmpty()) {
            add(shared, editions.sharing(entry.id(), entry.edition(), Limit.of(RELATED * met.size())));
        }
        var places = of(subjects, Kind.PLACE);
        if (!places.isEmpty() && shared.size() < RELATED) {
            add(shared, editions.sharingInYear(chronicle.id(), entry.id(), places, Limit.of(2 * RELATED)));
        }
        return shared.entrySet().stream()
                .map(found -> new RelatedEntry(found.getKey().asPublished(), found.getValue()))
                .limit(RELATED)
                .toList();
    }

    private static List<Long> of(List<PublishedSubject> subjects, Kind... kinds) {
        return subjects.stream()
                .filter(subject -> List.of(kinds).contains(subject.kind()))
                .map(PublishedSubject::id)
                .toList();
    }

    private static void add(Map<Edition, List<PublishedSubject>> shared, List<Editions.Shared> found) {
        found.forEach(one -> shared.computeIfAbsent(one.edition(), edition -> new ArrayList<>())
                .add(PublishedSubject.of(one.subject())));
    }

    private static List<PublishedEntry> published(List<Edition> editions) {
        return editions.stream().map(Edition::asPublished).toList();
    }

    /**
     * Other entry that shares subjects with the present one.
     *
     * @param shared persons and events that both are about, and places if it stands in the same chronicle and they were
     *     looked for
     */
    public record RelatedEntry(PublishedEntry entry, List<PublishedSubject> shared) {

        /** The names of what both are about, as they stand in a sentence. */
        public String sharedNames() {
            return shared.stream().map(PublishedSubject::name).collect(joining("、"));
        }
    }
}
