package cn.jinshan.chronicle.editorial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Chronicles;
import cn.jinshan.chronicle.entries.Edition;
import cn.jinshan.chronicle.entries.EditionState;
import cn.jinshan.chronicle.entries.EditorialChronicle;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.EditorialSection;
import cn.jinshan.chronicle.entries.Entries;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.EntryRow;
import cn.jinshan.chronicle.entries.ErasedException;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.entries.Sections;
import cn.jinshan.chronicle.entries.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Read access for staff to the whole record: drafts, old editions, unopened years. It returns records, never entities.
 */
@Service
@Transactional(readOnly = true)
public class EditorialRecord {

    /** Order of a list for staff. */
    public enum Order {
        /** Newest year first, then chronicle order; entries without an understood date come last. */
        DATE,
        TITLE,
        /** Newest year first, then by section, in published order. */
        SECTION,
        /** Last changed first. */
        CHANGED,
        /** Longest unchanged first. */
        UNTOUCHED;

        private static final Sort.Order NEWEST_YEAR = Sort.Order.desc("chronicle.year");

        /** The order of a list page. */
        public Sort sort() {
            var sort = switch (this) {
                case DATE ->
                    Sort.by(
                            NEWEST_YEAR,
                            Sort.Order.asc("place").nullsLast(),
                            Sort.Order.asc("section.position"),
                            Sort.Order.asc("position"));
                case TITLE -> Sort.by("title");
                case SECTION -> Sort.by(NEWEST_YEAR, Sort.Order.asc("section.position"), Sort.Order.asc("position"));
                case CHANGED -> Sort.by(Sort.Order.desc("entry.changed").nullsLast());
                case UNTOUCHED -> Sort.by(Sort.Order.asc("entry.changed").nullsFirst());
            };
            return sort.and(Sort.by("entryId"));
        }
    }

    private final Chronicles chronicles;
    private final Entries entries;
    private final EditorialEditions editions;
    private final Sections sections;
    private final Subjects subjects;
    private final Clock clock;

    EditorialRecord(
            Chronicles chronicles,
            Entries entries,
            EditorialEditions editions,
            Sections sections,
            Subjects subjects,
            Clock clock) {
        this.chronicles = chronicles;
        this.entries = entries;
        this.editions = editions;
        this.sections = sections;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The chronicles of all years, newest first. */
    public List<PublishedChronicle> chronicles() {
        return chronicles.all().stream().map(Chronicle::asPublished).toList();
    }

    /** The chronicles that accept new entries, newest first. */
    public List<PublishedChronicle> unclosed() {
        return chronicles.all().stream()
                .filter(chronicle -> !chronicle.isClosed())
                .map(Chronicle::asPublished)
                .toList();
    }

    /**
     * The chronicles of all years, as staff see them, newest first.
     *
     * @param required the required reviews, which decide whether an edition waits for review or for publication
     */
    public List<EditorialChronicle> writtenChronicles(RequiredReviews required) {
        var counts = editions.latestByState().stream()
                .collect(groupingBy(
                        EditorialEditions.Count::chronicle,
                        toMap(EditorialEditions.Count::state, EditorialEditions.Count::entries)));
        return chronicles.all().stream()
                .map(chronicle ->
                        chronicle.asWritten(stages(chronicle, counts.getOrDefault(chronicle.id(), Map.of()), required)))
                .toList();
    }

    /** The counts by stage. Only drafts and submitted editions can be in more than one stage. */
    private Map<ReviewStage, Long> stages(
            Chronicle chronicle, Map<EditionState, Long> states, RequiredReviews required) {
        if (states.containsKey(EditionState.DRAFT) || states.containsKey(EditionState.SUBMITTED)) {
            return stages(EntryFilter.ALL.inYear(chronicle.year()), required);
        }
        var stages = new EnumMap<ReviewStage, Long>(ReviewStage.class);
        states.forEach((state, entries) -> stages.put(ReviewStage.valueOf(state.name()), entries));
        return stages;
    }

    /**
     * The chronicle of a year as staff see it.
     *
     * @param required as for {@link #writtenChronicles}
     * @throws NotPublicException if the year has no chronicle
     */
    public EditorialChronicle writtenChronicle(int year, RequiredReviews required) {
        return ofYear(year).asWritten(stages(EntryFilter.ALL.inYear(year), required));
    }

    /**
     * Whether a year is closed to new entries and sections.
     *
     * @throws NotPublicException if the year has no chronicle
     */
    public boolean isClosed(int year) {
        return ofYear(year).isClosed();
    }

    /**
     * Whether a year cannot be removed, because it is public or has an edition.
     *
     * @throws NotPublicException if the year has no chronicle
     */
    public boolean isYearToStay(int year) {
        return ofYear(year).isOpened() || chronicles.isUsed(year);
    }

    private Chronicle ofYear(int year) {
        return chronicles.all().stream()
                .filter(chronicle -> chronicle.year() == year)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("year"));
    }

    /**
     * The sections of a year in order, as staff see them.
     *
     * @throws NotPublicException if the year has no chronicle
     */
    public List<EditorialSection> sections(int year) {
        var counts = sections.entries(year).stream().collect(toMap(Sections.Count::section, Sections.Count::entries));
        return ofYear(year).sections().stream()
                .map(section -> section.asWritten(counts.getOrDefault(section.id(), 0L)))
                .toList();
    }

    /**
     * The year of a section.
     *
     * @throws NotPublicException if there is no such section
     */
    public int yearOfSection(long section) {
        return sections.year(section).orElseThrow(() -> new NotPublicException("section"));
    }

    /**
     * An entry with all its editions.
     *
     * @throws ErasedException if it was erased
     * @throws NotPublicException if there is no such entry, or it was discarded
     */
    public EditorialEntry entry(long id) {
        return entries.written(id)
                .map(Entry::asWritten)
                .filter(entry -> !entry.editions().isEmpty())
                .orElseThrow(() -> entries.erased(id)
                        .<NotPublicException>map(ErasedException::new)
                        .orElseGet(() -> new NotPublicException("entry")));
    }

    /** Entries with all their editions, by number; without discarded entries. */
    public Map<Long, EditorialEntry> entries(Collection<Long> ids) {
        return entries.written(ids).stream().map(Entry::asWritten).collect(toMap(EditorialEntry::id, entry -> entry));
    }

    /** Whether an entry exists and was not discarded. */
    public boolean exists(long id) {
        return entries.written(id).isPresent();
    }

    /** Whether an entry was discarded with all its editions. */
    public boolean isDiscarded(long id) {
        return entries.isDiscarded(id);
    }

    /** The entry that a form created, if it did. */
    public Optional<Long> begunWith(String formKey) {
        return entries.begunWith(formKey);
    }

    /**
     * An edition as the public would read it if it were published now.
     *
     * @throws NotPublicException if there is no such edition
     */
    public PublishedEntry asItWouldBe(long id, int number) {
        return entries.written(id)
                .flatMap(entry -> entry.edition(number))
                .map(edition -> edition.asItWouldBe(clock.instant()))
                .orElseThrow(() -> new NotPublicException("edition"));
    }

    /**
     * A page of the entries of a filter.
     *
     * @param required the required reviews, which decide whether an edition waits for review or for publication
     */
    public Page<EntryRow> entries(EntryFilter filter, RequiredReviews required, Pageable page) {
        var found = editions.findAll(filter.latest(required), page);
        var before = editions.oncePublic(found.map(Edition::entryId).getContent()).stream()
                .collect(groupingBy(EditorialEditions.Once::entry));
        return found.map(edition -> row(edition, before.getOrDefault(edition.entryId(), List.of()), required));
    }

    private static EntryRow row(Edition edition, List<EditorialEditions.Once> oncePublic, RequiredReviews required) {
        var live = oncePublic.stream()
                .filter(other -> Boolean.TRUE.equals(other.live()))
                .map(EditorialEditions.Once::number)
                .findFirst();
        return edition.asRow(
                live.orElse(null),
                required.of(oncePublic.stream().anyMatch(once -> edition.follows(once.number(), once.chronicle()))));
    }

    /**
     * The public editions of the highlights of a year, in their order.
     *
     * @throws NotPublicException if the year has no chronicle
     */
    public List<EntryRow> highlights(int year) {
        return editions.highlights(ofYear(year).year()).stream()
                .map(edition -> edition.asRow(null, 0))
                .toList();
    }

    /** The number of entries of a filter, by stage. */
    public Map<ReviewStage, Long> stages(EntryFilter filter, RequiredReviews required) {
        var counts = new EnumMap<ReviewStage, Long>(ReviewStage.class);
        for (var stage : ReviewStage.values()) {
            long count = editions.count(filter.latest(required).and(EditorialEditions.in(stage, required)));
            if (count > 0) {
                counts.put(stage, count);
            }
        }
        return counts;
    }

    /** The months of a year, from 1, that are over by a given day and have no entry that is or may become public. */
    public List<Integer> emptyMonths(int year, LocalDate today) {
        int filled = editions.months(year).stream().reduce(0, (some, more) -> some | more);
        return IntStream.rangeClosed(1, 12)
                .filter(month -> YearMonth.of(year, month).isBefore(YearMonth.from(today)))
                .filter(month -> (filled & 1 << (month - 1)) == 0)
                .boxed()
                .toList();
    }

    /** The titles of entries by number, as last written; without discarded entries. */
    public Map<Long, String> titles(Collection<Long> ids) {
        return editions.latestTitles(ids).stream()
                .collect(toMap(EditorialEditions.Titled::entry, EditorialEditions.Titled::title));
    }

    /** The year of the last entry that a user wrote, of those that take new entries. */
    public Optional<Integer> lastYear(long account) {
        return editions.lastYear(account);
    }

    /** The next free place in a section. */
    public int nextPosition(int year, String section) {
        return editions.lastPosition(year, section) + 1;
    }

    /** The names of subjects to choose from, most frequent first. */
    public List<String> subjectNames() {
        return subjects.names();
    }
}
