package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Subject.Kind;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Query plans of the public readings on each database, for one year among twenty. */
@TestInstance(Lifecycle.PER_CLASS)
class QueryPlanTest {

    private static final int YEAR = 1940;

    private List<Database> databases;

    @BeforeAll
    void writeTwentyYears() throws Exception {
        databases = List.of(
                new Database("H2", RecordUnderTest.onH2InMemory().with(20, 1000)),
                new Database("PostgreSQL", RecordUnderTest.onPostgres().with(20, 1000)));
    }

    @AfterAll
    void close() {
        databases.forEach(database -> database.reading.close());
    }

    List<Database> databases() {
        return databases;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theTallyAndEveryPageOfATimelineAreReadThroughThePublicIndex(Database database) throws SQLException {
        var record = database.reading.publicRecord();
        for (var filter : List.of(
                TimelineFilter.WHOLE,
                TimelineFilter.WHOLE.page(2),
                TimelineFilter.WHOLE.newestFirst(),
                TimelineFilter.WHOLE.bySections(),
                TimelineFilter.WHOLE.onlySection("meetings").onlyMonth(5),
                TimelineFilter.WHOLE.onlyMonth(TimelineFilter.UNDATED))) {
            var plans = database.plansOf("edition", () -> record.timeline(YEAR, filter));

            plans.removeIf(plan -> plan.contains("highlight"));
            assertThat(plans).hasSize(2).allSatisfy(QueryPlanTest::readsThePublicIndex);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theHighlightsOfAYearAreReadThroughTheirOwnIndex(Database database) throws SQLException {
        var record = database.reading.publicRecord();

        assertThat(database.plansOf("highlight", () -> record.timeline(YEAR, TimelineFilter.WHOLE)))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan).contains("entry_highlight");
                    assertThat(plan).doesNotContainPattern("public\\.entry\\.tablescan|seq scan on entry\\b");
                    readsNoWholeTable(plan);
                });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aChronicleDocumentIsReadThroughThePublicIndex(Database database) throws SQLException {
        var record = database.reading.publicRecord();

        assertThat(database.plansOf("edition", () -> ReadOut.of(record, YEAR, TimelineFilter.WHOLE)))
                .hasSizeGreaterThan(3)
                .allSatisfy(plan ->
                        assertThat(plan).doesNotContainPattern("public\\.edition\\.tablescan|seq scan on edition\\b"))
                .anySatisfy(plan -> assertThat(plan).contains("edition_public"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void thePreviousAndTheNextEntryAreReadThroughThePublicIndex(Database database) throws SQLException {
        var record = database.reading.publicRecord();
        var chronicle = record.chronicle(YEAR);
        var entry = record.timeline(YEAR, TimelineFilter.WHOLE).entries().get(300);

        assertThat(database.plansOf("edition", () -> record.previous(entry, chronicle)))
                .singleElement()
                .satisfies(QueryPlanTest::readsThePublicIndex);
        assertThat(database.plansOf("edition", () -> record.next(entry, chronicle)))
                .singleElement()
                .satisfies(QueryPlanTest::readsThePublicIndex);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anEntryIsReadThroughTheKeyOfItsAddress(Database database) throws SQLException {
        var record = database.reading.publicRecord();
        var entry = record.timeline(YEAR, TimelineFilter.WHOLE).entries().get(300);
        var corrected = new PublishedEntry(
                entry.id(),
                2,
                entry.section(),
                entry.position(),
                entry.title(),
                entry.date(),
                entry.body(),
                entry.easyTitle(),
                entry.easyRead(),
                null,
                entry.published());

        assertThat(database.plansOf("edition", () -> {
                    record.entry(entry.id());
                    record.corrections(corrected);
                }))
                .hasSize(2)
                .allSatisfy(plan -> {
                    readsNoWholeTable(plan);
                    assertThat(plan).containsPattern("entry_id = [?$]");
                });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theSubjectsOfAnEntryAndWhatTheyRelateAreReadThroughTheirKeys(Database database) throws SQLException {
        var record = database.reading.publicRecord();
        var chronicle = record.chronicle(YEAR);
        var entries = record.timeline(YEAR, TimelineFilter.WHOLE).entries();
        var subjects = ReadOut.of(record, YEAR, TimelineFilter.WHOLE).subjects();
        var met = first(entries, subjects, kinds -> kinds.containsAll(Set.of(Kind.PERSON, Kind.EVENT)));
        var placed = first(entries, subjects, kinds -> kinds.equals(Set.of(Kind.PLACE)));

        assertThat(database.plansOf("edition_subject", () -> record.subjects(met)))
                .singleElement()
                .satisfies(QueryPlanTest::readsNoWholeTable);
        assertThat(database.plansOf("edition_subject", () -> record.related(met, chronicle, subjects.get(met.id()))))
                .singleElement()
                .satisfies(QueryPlanTest::readsNoWholeTable);
        assertThat(database.plansOf(
                        "edition_subject", () -> record.related(placed, chronicle, subjects.get(placed.id()))))
                .singleElement()
                .satisfies(QueryPlanTest::readsThePublicIndex);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theIndexOfTheSearchReadsOnlyWhatItWrites(Database database) throws SQLException {
        var record = database.reading.publicRecord();
        var numbers = record.numbersAbove(300, 50);

        assertThat(numbers).hasSize(50);
        assertThat(database.plansOf("edition", () -> record.numbersAbove(300, 50)))
                .singleElement()
                .satisfies(QueryPlanTest::readsNoWholeTable);
        assertThat(database.plansOf("edition", () -> record.entries(numbers)))
                .singleElement()
                .satisfies(QueryPlanTest::readsNoWholeTable);
        assertThat(database.plansOf("edition", () -> record.subjectNames(numbers)))
                .singleElement()
                .satisfies(QueryPlanTest::readsNoWholeTable);
    }

    private static PublishedEntry first(
            List<PublishedEntry> entries, Map<Long, List<PublishedSubject>> subjects, Predicate<Set<Kind>> about) {
        return entries.stream()
                .filter(entry -> about.test(subjects.getOrDefault(entry.id(), List.of()).stream()
                        .map(PublishedSubject::kind)
                        .collect(Collectors.toSet())))
                .findFirst()
                .orElseThrow();
    }

    private static void readsThePublicIndex(String plan) {
        assertThat(plan).contains("edition_public");
        readsNoWholeTable(plan);
    }

    /** A table of editions or of their subjects; a small one, as of sections, may well be read whole. */
    private static void readsNoWholeTable(String plan) {
        assertThat(plan).doesNotContainPattern("public\\.edition(_subject)?\\.tablescan");
        assertThat(plan).doesNotContainPattern("seq scan on edition(_subject)?\\b");
    }

    private record Database(String name, RecordUnderTest reading) {

        private static final Pattern PARAMETER = Pattern.compile("\\?");

        /** In small letters, the plans of those statements of a reading that touch a table. */
        List<String> plansOf(String table, Runnable does) throws SQLException {
            var plans = new ArrayList<String>();
            for (var statement : reading.statementsOf(does)) {
                if (Pattern.compile("\\b" + table + "\\b").matcher(statement).find()) {
                    plans.add(String.join("\n", name.equals("H2") ? h2(statement) : postgres(statement))
                            .toLowerCase(Locale.ROOT));
                }
            }
            return plans;
        }

        private List<String> h2(String statement) {
            var values = PARAMETER.matcher(statement).results().map(each -> 1).toArray();
            return new JdbcTemplate(reading.database()).queryForList("explain " + statement, String.class, values);
        }

        /** Only the simple query mode sends an {@code explain} with its parameters left open. */
        private List<String> postgres(String statement) throws SQLException {
            int[] number = {0};
            var numbered = PARAMETER.matcher(statement).replaceAll(each -> "\\$" + ++number[0]);
            try (var connection = DriverManager.getConnection(address() + "&preferQueryMode=simple");
                    var explain = connection.createStatement();
                    var rows = explain.executeQuery("explain (generic_plan) " + numbered)) {
                var plan = new ArrayList<String>();
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
                return plan;
            }
        }

        private String address() throws SQLException {
            try (var connection = reading.database().getConnection()) {
                return connection.getMetaData().getURL();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
