package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.unit.DataSize;

@WholeApplication
@TestPropertySource(properties = "chronicle.address=http://localhost")
class PublicAddressTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    Desks desks;

    @Test
    void theCanonicalAddressIsAbsoluteOnceThePublicAddressIsKnown() {
        assertThat(reader.page("/2023?month=5").select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost/2023?month=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023", "/2023?section=visits&month=7", "/entries/11", "/about?lang=en"})
    void whatIsSharedAndWhatIsOnPaperLeadToTheCanonicalAddress(String path) throws Exception {
        var page = reader.page(path);
        var canonical = page.select("link[rel=canonical]").attr("href");

        assertThat(page.select("[property=og:url]").attr("content")).isEqualTo(canonical);
        assertThat(page.select("[name=SiteDomain]").attr("content")).isEqualTo("localhost");
        assertThat(page.select("[property=og:image]").attr("content")).isEqualTo("http://localhost/share.png");
        assertThat(page.select("[property=og:image:alt]").attr("content")).isNotBlank();
        assertThat(page.select("svg[role=img]").attr("aria-label")).endsWith(canonical);
        assertThat(scanned(page.select("svg[role=img]").first())).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2023?month=5", "/entries/11", "/search?q=1"})
    void theAddressOfAPageIsThereToCopy(String path) {
        var page = reader.page(path);

        assertThat(page.select("footer .share__address").text()).isEqualTo("本页网址：http://localhost" + path);
        assertThat(page.select("footer button").text()).isEqualTo("复制网址");
        assertThat(page.select("footer button").parents().is("[hidden]")).isTrue();
        assertThat(page.select("script[src*=share]")).hasSize(1);
    }

    @Test
    void theCodeIsOfferedWherePagesHaveOneAddress() {
        assertThat(reader.page("/entries/11").select("footer details").text()).isEqualTo("二维码 用手机扫一扫，就能打开这一页。");
        assertThat(reader.page("/search?q=1").select("footer :is(details, svg)"))
                .isEmpty();
        assertThat(reader.page("/reading").select("footer :is(button, details, svg)"))
                .isEmpty();
    }

    @Test
    void theDeskHasNothingToSayOfIt() {
        assertThat(desks.administrator().page("/admin").text()).doesNotContain("公众网址");
    }

    /** What a telephone reads in the dark squares. */
    private static String scanned(Element code) throws Exception {
        int size = Integer.parseInt(code.attr("viewBox").split(" ")[2]) - 8;
        var squares = new BitMatrix(size);
        var lines = Pattern.compile("M0 (\\d+)\\.5|m(\\d+) 0|h(\\d+)")
                .matcher(code.select("path").attr("d"));
        int x = 0;
        int y = 0;
        while (lines.find()) {
            if (lines.group(1) != null) {
                x = 0;
                y = Integer.parseInt(lines.group(1));
            } else if (lines.group(2) != null) {
                x += Integer.parseInt(lines.group(2));
            } else {
                int length = Integer.parseInt(lines.group(3));
                squares.setRegion(x, y, length, 1);
                x += length;
            }
        }
        return new Decoder().decode(squares).getText();
    }

    @Test
    void theSitemapNamesEveryPublicAddressAndWhenEachEntryWasPublished() {
        var sitemap = Jsoup.parse(reader.get("/sitemap.xml").body(), Parser.xmlParser());

        assertThat(sitemap.select("urlset").attr("xmlns")).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(sitemap.select("loc").eachText())
                .hasSize(74)
                .startsWith(
                        "http://localhost/2023",
                        "http://localhost/2023/figures",
                        "http://localhost/2023/booklet",
                        "http://localhost/subjects",
                        "http://localhost/words",
                        "http://localhost/about",
                        "http://localhost/accessibility")
                .contains("http://localhost/entries/1", "http://localhost/entries/29", "http://localhost/subjects/12")
                .doesNotContain("http://localhost/subjects/1");
        assertThat(sitemap.select("url:has(loc:containsOwn(/entries/)) lastmod").eachText())
                .hasSize(29)
                .containsOnly("2024-08-28");
        assertThat(reader.get("/robots.txt").body()).endsWith("\nSitemap: http://localhost/sitemap.xml\n");
    }

    @Test
    void theSitemapTellsNothingOfWhatThePublicMayNotSee() {
        var before = reader.get("/sitemap.xml").body();
        staff.unopened(1995);
        long unopened = staff.published(1995, "visits", "5月1日", "1995-05-01", "不可见之年");
        long draft = staff.drafted(2023, "visits", "5月18日", "2023-05-18", "不可见之稿");
        staff.withdraw(staff.published(2023, "visits", "5月18日", "2023-05-18", "撤下的走访"));
        var place = new Subject(Subject.Kind.PLACE, "不可见之地");
        staff.published(
                1995,
                "visits",
                new Content("不可见", "", EventDate.of("", "1995", 1995), "不可见。", "", "", null, List.of(place)));

        assertThat(before)
                .doesNotContain("/entries/" + unopened, "/entries/" + draft, "/subjects/" + place.id(), "/1995");
        assertThat(reader.get("/sitemap.xml").body()).isEqualTo(before);
    }

    @Test
    void everyAddressOfTheSitemapAnswers() {
        for (var address : Jsoup.parse(reader.get("/sitemap.xml").body(), Parser.xmlParser())
                .select("loc")
                .eachText()) {
            var path = address.substring("http://localhost".length());
            assertThat(reader.send("HEAD", path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 200", "1, 200", "2, 404", "0, 404", "x, 404", "99999999999, 404"})
    void aFileOfTheSitemapThatIsNotThereIsNotFound(String page, int status) {
        assertThat(reader.get("/sitemap.xml?page=" + page).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "45000, 1", "45001, 2", "1000000, 23"})
    void aSitemapOfManyAddressesIsSplit(long entries, int files) {
        assertThat(Sitemap.files(entries)).isEqualTo(files);
    }

    @Test
    void aSplitSitemapIsAnIndexOfItsFiles() throws Exception {
        var written = new StringWriter();
        Sitemap.writeIndex(
                XMLOutputFactory.newFactory().createXMLStreamWriter(written), URI.create("http://localhost"), 2);

        assertThat(Jsoup.parse(written.toString(), Parser.xmlParser())
                        .select("sitemapindex > sitemap > loc")
                        .eachText())
                .containsExactly("http://localhost/sitemap.xml?page=1", "http://localhost/sitemap.xml?page=2");
    }

    @Test
    void anotherHostIsRefused() {
        assertThat(reader.get("/2023").statusCode()).isEqualTo(200);
        assertThat(reader.getAs("stranger.example", "/2023"))
                .startsWith("HTTP/1.1 400")
                .contains("<h1>没有看懂这个网址</h1><p>请检查后再试。</p>", "We could not read this address.")
                .contains("<a href=\"http://localhost/\">")
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: same-origin", "Permissions-Policy: ")
                .doesNotContain("stranger.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashiji.example", "https://dashiji.example/chronicle", "mailto:a@b.c"})
    void whatIsNoBaseAddressIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SiteProperties(Path.of("data"), URI.create(address), DataSize.ofMegabytes(1)));
    }
}
