package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.editorial.EditorialSubjects;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import cn.jinshan.chronicle.proofreading.Hints;
import cn.jinshan.chronicle.proofreading.MentionedSubjects;
import cn.jinshan.chronicle.search.PublicSearch;
import cn.jinshan.chronicle.search.Search;
import cn.jinshan.chronicle.search.SearchIndex;
import cn.jinshan.chronicle.search.SearchOfARecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;

/** The record on a real database, with its seed, and the words of the federation to write in it. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({
    PublicRecord.class,
    PublicIndex.class,
    SearchOfARecord.class,
    EditorialRecord.class,
    EditorialSubjects.class,
    Hints.class,
    MentionedSubjects.class,
    FoldedNames.class
})
public abstract class OnADatabase {

    public static final Instant NOW = Instant.parse("2024-09-01T08:00:00Z");
    public static final long AUTHOR = 7;

    static final List<Integer> OLDEST_FIRST = List.of(
            22, 10, 23, 11, 14, 12, 24, 15, 25, 16, 17, 18, 27, 19, 20, 28, 13, 21, 29, 1, 2, 3, 4, 5, 6, 7, 8, 9, 26);
    static final List<Integer> NEWEST_FIRST = List.of(
            21, 29, 13, 20, 28, 19, 18, 17, 16, 27, 15, 25, 12, 11, 14, 24, 23, 10, 22, 1, 2, 3, 4, 5, 6, 7, 8, 9, 26);

    @Autowired
    public EntityManager database;

    @Autowired
    Entries entries;

    @Autowired
    public PublicRecord publicRecord;

    @Autowired
    PublicIndex publicIndex;

    @Autowired
    public PublicSearch publicSearch;

    @Autowired
    public SearchIndex searchIndex;

    @Autowired
    public PublishedTerms publishedTerms;

    public long published(String wording, String edtf, String section, String title) {
        return published(draftOf(2023, section, content(title, wording, edtf)));
    }

    public long published(Entry entry) {
        long id = saved(entry);
        database.find(Entry.class, id).publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();
        return id;
    }

    public long saved(Entry entry) {
        long id = Objects.requireNonNull(entries.save(entry).id());
        flushAndClear();
        return id;
    }

    public Entry draftOf(int year, String section, Content content) {
        return draft(new Entry(null), year, section, 50, content);
    }

    public Entry draft(Entry entry, int year, String section, int position, Content content) {
        entry.write(section(year, section), position, content, AUTHOR, NOW);
        return entry;
    }

    public static Content content(String title, String wording, String edtf, Subject... subjects) {
        return content(title, wording, edtf, 2023, subjects);
    }

    public static Content content(String title, String wording, String edtf, int year, Subject... subjects) {
        return new Content(
                title, wording, EventDate.of(wording, edtf, year), title + "。", "", "", null, Arrays.asList(subjects));
    }

    public Chronicle chronicle(int year) {
        var chronicle = new Chronicle(year, year + "年大事记", "", null);
        database.persist(chronicle);
        return chronicle;
    }

    public Section section(Chronicle chronicle, String slug) {
        var section = new Section(chronicle, slug, "走访调研", 1, Tone.GREEN);
        database.persist(section);
        return section;
    }

    public Section section(int year, String slug) {
        return database.createQuery(
                        "select s from Section s where s.chronicle.year = :year and s.slug = :slug", Section.class)
                .setParameter("year", year)
                .setParameter("slug", slug)
                .getSingleResult();
    }

    public Subject subject(String name) {
        return database.createQuery("select x from Subject x where x.name = :name", Subject.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    public void flushAndClear() {
        database.flush();
        database.clear();
    }

    public static TimelineFilter filter(String query) {
        return TimelineFilter.read(Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(groupingBy(pair -> pair[0], mapping(pair -> pair[1], toList()))));
    }

    public List<Integer> ids(String query) {
        return ids(publicRecord.timeline(2023, filter(query)).entries());
    }

    public static List<Integer> ids(List<PublishedEntry> entries) {
        return entries.stream().map(entry -> (int) entry.id()).toList();
    }

    public static List<String> titles(Timeline timeline) {
        return timeline.entries().stream().map(PublishedEntry::title).toList();
    }

    public List<Map.Entry<Long, List<String>>> related(long id) {
        var entry = publicRecord.entry(id);
        var subjects = publicRecord.subjects(entry);
        return publicRecord.related(entry, publicRecord.chronicle(entry.date().year()), subjects).stream()
                .map(related -> Map.entry(
                        related.entry().id(),
                        related.shared().stream().map(PublishedSubject::name).toList()))
                .toList();
    }

    /** What a stranger hears who asks the public record everything about 2023. */
    public Set<String> everythingPublic() {
        var said = new HashSet<String>();
        publicRecord.years().forEach(year -> said.add("year " + year));
        said.add(publicRecord.count() + " addresses: " + publicRecord.addresses(1, 1000));
        var chronicle = publicRecord.chronicle(2023);
        said.add(chronicle.toString());
        for (var filter : List.of("", "order=newest", "view=sections", "month=5", "section=services", "month=none")) {
            var timeline = publicRecord.timeline(2023, filter(filter));
            timeline.entries().forEach(entry -> said.add(filter + " lists " + entry));
            timeline.highlights().forEach(highlight -> said.add(filter + " begins with " + highlight));
            said.add(filter + " counts " + Set.copyOf(timeline.tally().rows()));
        }
        for (var entry : ReadOut.of(publicRecord, 2023, TimelineFilter.WHOLE).entries()) {
            said.add("as published " + entry);
            said.add("alone " + publicRecord.entry(entry.id()));
            var subjects = publicRecord.subjects(entry);
            said.add(entry.id() + " is about " + subjects);
            said.add(entry.id() + " after " + publicRecord.previous(entry, chronicle));
            said.add(entry.id() + " before " + publicRecord.next(entry, chronicle));
            said.add(entry.id() + " beside " + publicRecord.related(entry, chronicle, subjects));
        }
        publicRecord.tallies().forEach((of, tally) -> said.add(of + " counts " + Set.copyOf(tally.rows())));
        publicIndex.all().forEach(subject -> said.add("index has " + subject));
        searchIndex.build();
        var found = publicSearch.find(Search.of("李婷"));
        found.entries().forEach(entry -> said.add("found " + entry));
        found.years().forEach(year -> said.add("found in " + year));
        found.months().forEach(month -> said.add("found in " + month));
        return said;
    }

    public List<String> states(long entry) {
        return database.createQuery(
                        "select concat(e.number, ' ', e.state) from Edition e where e.entryId = :entry order by e.number",
                        String.class)
                .setParameter("entry", entry)
                .getResultList();
    }

    public List<Tuple> storedDates() {
        return database.createQuery("""
                        select e.entryId as entry, e.wording as wording, e.edtf as edtf, e.earliest as earliest,
                            e.latest as latest, e.precision as precision, e.shape as shape, e.months as months,
                            e.place as place
                        from Edition e""", Tuple.class).getResultList();
    }

    public static void assertStoredAsUnderstood(Tuple row) {
        assertStoredAsUnderstood(row, 2023);
    }

    public static void assertStoredAsUnderstood(Tuple row, int year) {
        var date = EventDate.of(row.get("wording", String.class), row.get("edtf", String.class), year);

        assertThat(row.get("earliest", LocalDate.class)).isEqualTo(date.edtf().earliest());
        assertThat(row.get("latest", LocalDate.class)).isEqualTo(date.edtf().latest());
        assertThat(row.get("precision", Precision.class)).isEqualTo(date.edtf().precision());
        assertThat(row.get("shape", Shape.class)).isEqualTo(date.edtf().shape());
        assertThat(row.get("months", Integer.class)).isEqualTo(date.months());
        assertThat(row.get("place", Integer.class)).isEqualTo(date.place());
    }

    /** Another row of the table, the same but for these columns and values. */
    public static String copyOf(long edition, String... columnsAndValues) {
        var columns = "entry_id, number, chronicle_id, section_id, position, title, wording, edtf, earliest, latest,"
                + " precision, shape, months, place, body, easy_read, state, live, published";
        var values = columns;
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values = values.replaceFirst("\\b" + columnsAndValues[i] + "\\b", columnsAndValues[i + 1]);
        }
        return "insert into edition (" + columns + ") select " + values + " from edition where id = " + edition;
    }

    public void assertRefused(String sql) {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> database.createNativeQuery(sql).executeUpdate())
                .isInstanceOf(ConstraintViolationException.class);
    }

    public void assertWithdrawn(long entry) {
        assertThatThrownBy(() -> publicRecord.entry(entry)).isInstanceOf(WithdrawnException.class);
    }

    public static void assertNotPublic(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(NotPublicException.class);
    }
}
