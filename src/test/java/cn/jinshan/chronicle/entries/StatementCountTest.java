package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.changes.AllAnew;
import cn.jinshan.chronicle.journal.JournalLine;
import cn.jinshan.chronicle.journal.JournalLines;
import cn.jinshan.chronicle.search.SearchIndex;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.query.QueryParameter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.Query;

/** How many statements a page costs: it does not grow with its entries, nor passes eight, or nine with its glossary. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:statements",
            "spring.jpa.properties.hibernate.generate_statistics=true",
            "logging.level.org.hibernate.engine.internal.StatisticalLoggingSessionEventListener=warn"
        })
@Import({Reader.class, Staff.class, Desks.class, AllAnew.class})
@TestInstance(Lifecycle.PER_CLASS)
class StatementCountTest {

    private static final int AT_MOST = 8;

    /** Also its glossary, the names that its titles keep whole, and when the entry could first be read. */
    private static final int OF_AN_ENTRY = AT_MOST + 3;

    private static final int FULL_PAGE = 1931;
    private static final int TWO_PAGES = 1932;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Autowired
    private EntityManagerFactory entityManagers;

    @Autowired
    private PublicRecord publicRecord;

    @Autowired
    private SearchIndex searchIndex;

    @Autowired
    private AllAnew allAnew;

    @Autowired
    private Desks desks;

    @Autowired
    private Staff staff;

    @Autowired
    private JournalLines journalLines;

    @BeforeAll
    void writeTwoYears() throws Exception {
        var generator = new ChronicleGenerator(database, 29);
        generator.writeYear(FULL_PAGE, 500);
        generator.writeYear(TWO_PAGES, 700);
        searchIndex.stop();
        searchIndex.build();
    }

    @Test
    void aTimelineCostsTheSameForTwentyNineAndForFiveHundredEntries() throws Exception {
        assertThat(articles("/2023")).isEqualTo(29);
        assertThat(articles("/" + FULL_PAGE)).isEqualTo(500);
        assertThat(articles("/" + TWO_PAGES + "?page=2")).isEqualTo(200);

        assertThat(statements("/2023")).isBetween(1L, (long) AT_MOST);
        assertThat(Stream.of("/" + FULL_PAGE, "/" + TWO_PAGES, "/" + FULL_PAGE + "?order=newest"))
                .allSatisfy(address -> assertThat(statements(address)).isEqualTo(statements("/2023")));
        // Without the highlights of the year
        assertThat(Stream.of(
                        "/" + TWO_PAGES + "?page=2",
                        "/" + FULL_PAGE + "?view=sections",
                        "/" + FULL_PAGE + "?section=meetings&month=5&month=none"))
                .allSatisfy(address -> assertThat(statements(address)).isEqualTo(statements("/2023") - 1));
    }

    @Test
    void theNewestYearCostsNoMoreThanEightAtItsShortAddress() throws Exception {
        assertThat(statements("/")).isBetween(1L, (long) AT_MOST);
    }

    @Test
    void aChronicleDocumentCostsTwoMoreForEachFiveHundredEntriesAsNoMoreAreInMemory() throws Exception {
        assertThat(statements("/2023.json")).isBetween(1L, (long) AT_MOST);
        assertThat(statements("/" + FULL_PAGE + ".json")).isEqualTo(statements("/2023.json"));
        assertThat(statements("/" + TWO_PAGES + ".json")).isEqualTo(statements("/2023.json") + 2);
    }

    @Test
    void aBookletCostsTheSameHoweverLongItIsAndComesInParts() throws Exception {
        var part = "/" + TWO_PAGES + "/booklet?part=2";

        assertThat(articles("/" + FULL_PAGE + "/booklet")).isEqualTo(500);
        assertThat(articles(part)).isEqualTo(200);
        assertThat(Jsoup.parse(get(part + "&size=large"))
                        .select(".booklet__how nav a")
                        .eachAttr("href"))
                .containsExactly(
                        "/" + TWO_PAGES + "/booklet?size=large", "/" + TWO_PAGES + "/booklet?part=2&size=large");
        assertThat(Jsoup.parse(get(part)).select("link[rel=canonical]").attr("href"))
                .isEqualTo(part);
        assertThat(statements("/2023/booklet")).isBetween(1L, (long) AT_MOST);
        assertThat(statements("/" + FULL_PAGE + "/booklet")).isEqualTo(statements("/2023/booklet"));
        assertThat(statements(part)).isEqualTo(statements("/2023/booklet"));
    }

    @Test
    void figuresCostTheSameHoweverManyYearsStandBesideEachOther() throws Exception {
        assertThat(statements("/2023/figures")).isBetween(1L, (long) AT_MOST);
        assertThat(statements("/" + TWO_PAGES + "/figures")).isEqualTo(statements("/2023/figures"));
    }

    @Test
    void theIndexCostsTheSameHoweverLongItIs() throws Exception {
        assertThat(statements("/subjects")).isBetween(1L, 3L);
        assertThat(statements("/subjects?kind=person&by=strokes")).isEqualTo(statements("/subjects"));
        assertThat(statements("/subjects/12"))
                .isEqualTo(statements("/subjects/1"))
                .isBetween(1L, 4L);
        assertThat(statements("/words")).isBetween(1L, 3L);
    }

    @Test
    void everyEntryPageCostsNoMoreThanEleven() throws Exception {
        for (int year : new int[] {2023, FULL_PAGE}) {
            for (var entry : publicRecord.timeline(year, TimelineFilter.WHOLE).entries().stream()
                    .limit(60)
                    .toList()) {
                assertThat(statements("/entries/" + entry.id())).isBetween(1L, (long) OF_AN_ENTRY);
            }
        }
    }

    @Test
    void aSearchCostsTheSameHoweverMuchItFinds() throws Exception {
        assertThat(articles("/search?q=" + encoded("爱耳日"))).isBetween(1, 19);
        assertThat(articles("/search?q=" + encoded("残疾人"))).isEqualTo(20);

        assertThat(statements("/search?q=" + encoded("残疾人"))).isBetween(1L, (long) AT_MOST);
        assertThat(Stream.of("爱耳日", "残疾人 区残联"))
                .allSatisfy(words -> assertThat(statements("/search?q=" + encoded(words)))
                        .isEqualTo(statements("/search?q=" + encoded("残疾人"))));
    }

    @Test
    void anEntryCostsStaffTheSameHoweverManyEditionsItHas() throws Exception {
        var editor = desks.editor();
        staff.unopened(1933);
        long once = staff.published(1933, "visits", "5月", "1933-05", "只写了一版");
        long often = staff.published(1933, "visits", "5月", "1933-05", "写了好几版");
        for (int edition = 2; edition < 6; edition++) {
            staff.drafted(often, 1933, "visits", "5月", "1933-05", "第" + edition + "版");
            staff.publish(often);
        }

        assertThat(editor.page("/admin/entries/" + often).select(".history li")).hasSize(5);
        assertThat(statements(() -> editor.page("/admin/entries/" + often)))
                .isPositive()
                .isEqualTo(statements(() -> editor.page("/admin/entries/" + once)));
    }

    @Test
    void manyEntriesCostStaffTheSameAsOne() throws Exception {
        var editor = desks.editor();
        staff.unopened(1934);
        var chosen = IntStream.range(0, 20)
                .mapToObj(i -> staff.drafted(1934, "visits", "5月", "1934-05", "一批里的" + i))
                .flatMap(id -> Stream.of("chosen", id + "-0"))
                .toArray(String[]::new);

        assertThat(editor.post("/admin/entries/publication", chosen).body()).contains("一批里的0", "一批里的19");
        assertThat(statements(() -> editor.post("/admin/entries/publication", chosen)))
                .isPositive()
                .isEqualTo(statements(() -> editor.post("/admin/entries/publication", "chosen", chosen[1])));
    }

    @Test
    void aPageOfTheJournalCostsTheSameHoweverManyEntriesItIsAbout() throws Exception {
        var administrator = desks.administrator();
        var entries = publicRecord.timeline(FULL_PAGE, TimelineFilter.WHOLE).entries();
        for (int i = 0; i < 40; i++) {
            var when = Instant.parse(i == 0 ? "1931-05-01T04:00:00Z" : "1931-05-02T04:00:00Z");
            journalLines.save(new JournalLine(
                    when, null, "entry.saved", "entry " + entries.get(i).id(), null, null));
        }
        var many = "/admin/journal?from=1931-05-02&to=1931-05-02";

        assertThat(administrator.page(many).select("tbody a")).hasSize(39);
        assertThat(statements(() -> administrator.page(many)))
                .isPositive()
                .isEqualTo(statements(() -> administrator.page("/admin/journal?from=1931-05-01&to=1931-05-01")));
    }

    static Stream<Method> queriesWithoutLists() {
        return Stream.of(Editions.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Query.class))
                .filter(method -> Stream.of(method.getParameterTypes()).noneMatch(Collection.class::isAssignableFrom));
    }

    /** A query that may be given a list is translated anew each time, and that costs more than to read a page. */
    @ParameterizedTest
    @MethodSource("queriesWithoutLists")
    void whatIsNeverGivenAListIsTranslatedOnce(Method query) {
        var named = query.getAnnotation(Query.class).value().replaceAll(":#\\{#(\\w+)\\.(\\w+)(\\(\\))?}", ":$1_$2");

        try (var session = entityManagers.unwrap(SessionFactory.class).openSession()) {
            assertThat(session.createQuery(named, Object.class).getParameters())
                    .noneMatch(parameter -> ((QueryParameter<?>) parameter).allowsMultiValuedBinding());
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private int articles(String address) throws Exception {
        return Jsoup.parse(get(address)).select("article[id^=entry-]").size();
    }

    /** How many statements are prepared while a page is made. */
    private long statements(String address) throws Exception {
        return statements(() -> get(address));
    }

    /** The index of the search, which no task keeps up here, has followed before. */
    private long statements(Callable<?> serving) throws Exception {
        allAnew.make();
        get("/search?q=" + encoded("残疾人"));
        allAnew.make();
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        serving.call();
        return statistics.getPrepareStatementCount();
    }

    private String get(String address) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
