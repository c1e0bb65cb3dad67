package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Subject.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which entries stand beside an entry, on both databases. */
class RelatedEntriesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long AUTHOR = 7;

    static Stream<Supplier<RecordUnderTest>> databases() {
        return Stream.of(RecordUnderTest::onH2InMemory, RecordUnderTest::onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void personsAndEventsRelateTheYearsAndPlacesOnlyTheirOwn(Supplier<RecordUnderTest> database) {
        try (var record = database.get()) {
            var person = new Subject(Kind.PERSON, "李婷");
            var event = new Subject(Kind.EVENT, "坐式排球世界杯");
            var place = new Subject(Kind.PLACE, "张堰镇");
            var publisher = new Subject(Kind.ORGANISATION, "金山区残疾人联合会");
            var id = inTransaction(record, entities -> {
                Stream.of(person, event, place, publisher).forEach(entities::persist);
                var before = section(entities, 2021);
                var year = section(entities, 2022);
                published(entities, before, 1, "去年同一人", person);
                published(entities, before, 2, "去年同地", place, publisher);
                published(entities, year, 1, "今年同地", place);
                published(entities, year, 2, "今年同单位", publisher);
                published(entities, year, 3, "今年同一人同赛事", person, event);
                draft(entities, year, 4, "未发布", person, event, place);
                return published(entities, year, 5, "本条", person, event, place, publisher)
                        .id();
            });

            assertThat(related(record, id)).containsExactly("今年同一人同赛事", "去年同一人", "今年同地");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sixAreEnough(Supplier<RecordUnderTest> database) {
        try (var record = database.get()) {
            var place = new Subject(Kind.PLACE, "张堰镇");
            var id = inTransaction(record, entities -> {
                entities.persist(place);
                var year = section(entities, 2022);
                IntStream.rangeClosed(1, 9)
                        .forEach(position -> published(entities, year, position, "第" + position + "条", place));
                return published(entities, year, 10, "本条", place).id();
            });

            assertThat(related(record, id)).containsExactly("第1条", "第2条", "第3条", "第4条", "第5条", "第6条");
        }
    }

    private static List<String> related(RecordUnderTest record, long id) {
        var reading = record.publicRecord();
        var entry = reading.entry(id);
        var subjects = reading.subjects(entry);
        return reading.related(entry, reading.chronicle(entry.date().year()), subjects).stream()
                .map(related -> related.entry().title())
                .toList();
    }

    private static <T> T inTransaction(RecordUnderTest record, Function<EntityManager, T> work) {
        return record.context().getBean(EntityManagerFactory.class).callInTransaction(work::apply);
    }

    private static Section section(EntityManager entities, int year) {
        var chronicle = new Chronicle(year, year + "年大事记", "", null);
        chronicle.open(NOW);
        entities.persist(chronicle);
        var section = new Section(chronicle, "visits", "走访调研", 1, Tone.GREEN);
        entities.persist(section);
        return section;
    }

    private static Entry published(
            EntityManager entities, Section section, int position, String title, Subject... subjects) {
        var entry = draft(entities, section, position, title, subjects);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        return entry;
    }

    private static Entry draft(
            EntityManager entities, Section section, int position, String title, Subject... subjects) {
        int year = section.chronicle().year();
        var entry = new Entry(null);
        entry.write(
                section,
                position,
                new Content(title, "", EventDate.of("", "" + year, year), "正文。", "", "", null, List.of(subjects)),
                AUTHOR,
                NOW);
        entities.persist(entry);
        return entry;
    }
}
