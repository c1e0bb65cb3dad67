package cn.jinshan.chronicle.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.changes.AllAnew;
import cn.jinshan.chronicle.entries.GeneratedYears;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The document of a year of which only some entries at a time are in memory while it is written. */
@WholeApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:long-document")
@Import(AllAnew.class)
@TestInstance(Lifecycle.PER_CLASS)
class LongDocumentTest {

    private static final int YEAR = 1927;

    @Autowired
    Reader reader;

    @Autowired
    PublicRecord publicRecord;

    @Autowired
    DataSource database;

    @Autowired
    JsonMapper json;

    @Autowired
    AllAnew allAnew;

    @BeforeAll
    void writeAYear() throws Exception {
        GeneratedYears.write(database, 1, 1300);
        execute("update subject set listed = true, note = concat(name, '，见本年') where mod(id, 3) = 0");
    }

    @Test
    void itIsTheSameAsOneThatIsWrittenAtOnce() {
        for (var filter :
                List.of(TimelineFilter.WHOLE, TimelineFilter.WHOLE.onlyMonth(5).onlySection("visits"))) {
            assertThat(reader.get("/" + YEAR + ".json" + filter.query()).body()).isEqualTo(writtenAtOnce(filter));
        }
    }

    private String writtenAtOnce(TimelineFilter filter) {
        var pages = publicRecord.timeline(YEAR, filter.bySections()).pages();
        var entries = IntStream.rangeClosed(1, pages)
                .mapToObj(
                        page -> publicRecord.timeline(YEAR, filter.bySections().page(page)))
                .flatMap(page -> page.entries().stream())
                .toList();
        var subjects = new LinkedHashMap<Long, List<PublishedSubject>>();
        entries.stream()
                .map(PublishedEntry::id)
                .sorted()
                .forEach(id -> subjects.put(id, publicRecord.subjects(publicRecord.entry(id))));
        var chronicle = publicRecord.chronicle(YEAR);
        var document = new LinkedHashMap<String, Object>();
        document.put("year", YEAR);
        document.put("title", chronicle.title());
        document.put("introduction", chronicle.introduction());
        document.put(
                "sections",
                chronicle.sections().stream()
                        .map(section -> inOrder(
                                "slug",
                                section.slug(),
                                "title",
                                section.title(),
                                "position",
                                section.position(),
                                "tone",
                                word(section.tone())))
                        .toList());
        document.put(
                "subjectNotes",
                subjects.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .filter(subject -> subject.note() != null)
                        .map(subject -> inOrder(
                                "kind",
                                word(subject.kind()),
                                "name",
                                subject.name(),
                                "note",
                                Objects.requireNonNull(subject.note())))
                        .toList());
        document.put(
                "entries",
                entries.stream()
                        .map(entry -> inOrder(
                                "id", entry.id(),
                                "section", entry.section().slug(),
                                "position", entry.position(),
                                "title", entry.title(),
                                "date",
                                        inOrder(
                                                "wording",
                                                entry.date().wording(),
                                                "edtf",
                                                entry.date().edtf().toString()),
                                "body", entry.body().text(),
                                "easyRead", entry.easyRead().text(),
                                "subjects",
                                        subjects.get(entry.id()).stream()
                                                .map(subject ->
                                                        inOrder("kind", word(subject.kind()), "name", subject.name()))
                                                .toList(),
                                "edition", entry.edition(),
                                "published", entry.published()))
                        .toList());
        return json.writeValueAsString(document);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> inOrder(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void whatFailsInTheMiddleIsNoDocument(String coding) throws Exception {
        execute("update edition set title = '最后一条', edtf = 'no date' where live = true and entry_id = "
                + "(select max(entry_id) from edition where edtf = '" + YEAR + "')");
        allAnew.make();
        try {
            var answer = reader.get("/" + YEAR + ".json", "Accept-Encoding", coding);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("</html>").doesNotContain("subjectNotes");
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        } finally {
            execute("update edition set edtf = '" + YEAR + "' where title = '最后一条'");
            allAnew.make();
        }
    }

    private void execute(String change) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);
            connection.commit();
        }
    }
}
