package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that a text may have, and how all others are shown. */
public class ProseMarksTest {

    private static final Set<String> ELEMENTS = Set.of("p", "br", "em", "strong", "a", "ol", "ul", "li");
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "start");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "甲。\\n\\n乙。 → <p>甲。</p><p>乙。</p>",
                "甲。\\n乙。 → <p>甲。<br>乙。</p>",
                "甲。\\r\\n乙。 → <p>甲。<br>乙。</p>",
                "　　甲。\\n　　\\n　　乙。 → <p>甲。</p><p>乙。</p>",
                "    甲。 → <p>甲。</p>",
                "*甲*_乙_ → <p><em>甲</em><em>乙</em></p>",
                "**甲**乙 → <p><strong>甲</strong>乙</p>",
                "- 甲\\n- 乙 → <ul><li>甲</li><li>乙</li></ul>",
                "* 甲\\n\\n* 乙 → <ul><li><p>甲</p></li><li><p>乙</p></li></ul>",
                "1. 甲\\n2. 乙 → <ol><li>甲</li><li>乙</li></ol>",
                "3. 丙 → <ol start=\"3\"><li>丙</li></ol>",
                "- 甲\\n  1. 乙 → <ul><li>甲<ol><li>乙</li></ol></li></ul>",
                "[甲](/entries/11) → <p><a href=\"/entries/11\">甲</a></p>",
                "[甲](https://x.cn/?a=1&b=2) → <p><a href=\"https://x.cn/?a=1&amp;b=2\" rel=\"noopener noreferrer\">甲</a></p>",
                "[甲](tel:12385) → <p><a href=\"tel:12385\">甲</a></p>",
                "[甲](/2023 \"题\") → <p><a href=\"/2023\">甲</a></p>"
            })
    void knownMarksBecomeElements(String typed, String html) {
        assertThat(new Prose(lines(typed)).html()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 甲",
                "甲\\n===",
                "> 甲",
                "---",
                "***",
                "```\\n甲\\n```",
                "`甲`",
                "<b>甲</b>",
                "<div>\\n甲\\n</div>",
                "<!-- 甲 -->",
                "<https://x.cn/>",
                "https://x.cn/",
                "&lt;甲&nbsp;&#39;",
                "A & B < C > D \"E\"",
                "[1]: https://x.cn/ (甲)",
                "[甲][乙]",
                "1、甲",
                "5.18活动",
                "_甲_乙",
                "2 * 3 * 4",
                "~~甲~~",
                "| 甲 | 乙 |\\n|---|---|"
            })
    void whatIsNoKnownMarkIsShownAsTyped(String typed) {
        var prose = new Prose(lines(typed));
        var page = Jsoup.parseBodyFragment(prose.html());

        assertThat(page.body().select("p").first().wholeText()).isEqualTo(lines(typed));
        assertThat(page.body().select(":not(body, p, br)")).isEmpty();
        assertThat(prose.paragraphs()).containsExactly(lines(typed));
    }

    @Test
    void emphasisThatNobodyCouldHaveMeantIsShownAsTyped() {
        var many = "*甲* ".repeat(2001).strip();

        assertThat(new Prose(many).html()).isEqualTo("<p>" + many + "</p>");
        assertThat(Jsoup.parse(new Prose("*甲* ".repeat(2000)).html()).select("em"))
                .hasSize(2000);
    }

    @Test
    void anImageIsShownAsItsText() {
        assertThat(new Prose("看![合影](https://x.cn/a.png)！").html()).isEqualTo("<p>看合影！</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.cn",
                "HTTPS://x.cn/甲?乙=1#2",
                "mailto:jinshan@example.cn",
                "tel:+862157951234",
                "/",
                "/entries/11",
                "/2023?month=5&section=visits#results"
            })
    void aLinkLeadsToASiteAPersonOrAPathHere(String destination) {
        var prose = new Prose("[甲](" + destination + ")");

        assertThat(Jsoup.parse(prose.html()).select("a").attr("href")).isEqualTo(destination);
        assertThat(Jsoup.parse(prose.html()).select("a").attr("rel"))
                .isEqualTo(destination.matches("(?i)http.*") ? "noopener noreferrer" : "");
        assertThat(prose.refusedLinks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://x.cn/",
                "//x.cn",
                "/\\x.cn",
                "\\\\x.cn",
                "https:x.cn",
                "http:/x.cn",
                "https:\\\\x.cn",
                "entries/11",
                "#results",
                "../2023",
                "mailto:",
                "www.x.cn",
                "http://"
            })
    void aLinkToAnywhereElseIsTextAndIsNamed(String destination) {
        var prose = new Prose("看[甲](" + destination.replace("\\", "\\\\") + ")。");

        assertThat(prose.html()).isEqualTo("<p>看甲。</p>");
        assertThat(prose.refusedLinks()).containsExactly(destination);
    }

    @Test
    void eachRefusedLinkIsNamedOnce() {
        assertThat(new Prose("[甲](x) [乙](y)\n\n- [丙](x) [丁](/2023)").refusedLinks())
                .containsExactly("x", "y");
    }

    @Test
    void thePlainTextBearsNoMarks() {
        var prose = new Prose("**甲**和[乙](/entries/11)。丙！\n\n1. 丁。\n2. *戊*\n\n![己](a.png)");

        assertThat(prose.paragraphs()).containsExactly("甲和乙。丙！", "丁。", "戊", "己");
        assertThat(prose.sentences()).containsExactly("甲和乙。", "丙！", "丁。", "戊", "己");
        assertThat(prose.opening()).isEqualTo("甲和乙。丙！");
    }

    static Stream<String> attacks() {
        var words = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext></p><img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">甲</a>",
                "<a href=/x onclick=alert(1)>甲</a>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=javascript:alert(1)>",
                "<embed src=//evil.example>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content='0;url=//evil.example'>",
                "<link rel=stylesheet href=//evil.example>",
                "<style>*{background:url(//evil.example)}</style>",
                "<form action=//evil.example><button>甲",
                "<input autofocus onfocus=alert(1)>",
                "<details open ontoggle=alert(1)>",
                "<body onload=alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!--<img src=\"--><img src=x onerror=alert(1)>\">",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?>",
                "<textarea></textarea><script>alert(1)</script>",
                "</div></main></body><script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<\u0000script>alert(1)</script>",
                "＜script＞alert(1)＜/script＞",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "\\<script\\>alert(1)\\</script\\>",
                "`<script>alert(1)</script>`",
                "```\n<script>alert(1)</script>\n```",
                "    <script>alert(1)</script>",
                "# <script>alert(1)</script>",
                "> <script>alert(1)</script>",
                "- <script>alert(1)</script>",
                "**<script>alert(1)</script>**",
                "<p style=\"background:url(javascript:alert(1))\">",
                "<div\n onclick=alert(1)>",
                "${7*7} __${7*7}__ [[${7*7}]] [(${7*7})] #{x} @{x}",
                "<javascript:alert(1)>",
                "<https://x.cn/\"onmouseover=alert(1)>",
                "<a@b.cn\" onmouseover=alert(1)>");
        var destinations = List.of(
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "javascript&#58;alert(1)",
                "javascript&colon;alert(1)",
                "&#106;avascript:alert(1)",
                "java&Tab;script:alert(1)",
                "java&NewLine;script:alert(1)",
                "java&#x09;script:alert(1)",
                "&#1;javascript:alert(1)",
                "<javascript:alert(1)>",
                "< javascript:alert(1)>",
                "<java\tscript:alert(1)>",
                "java\\script:alert(1)",
                "javascript\\:alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "blob:https://x.cn/1",
                "feed:javascript:alert(1)",
                "view-source:javascript:alert(1)",
                "//evil.example",
                "/\\\\evil.example",
                "/&Tab;/evil.example",
                "</\t/evil.example>",
                "</ /evil.example>",
                "\\\\\\\\evil.example",
                "https:evil.example",
                "https://x.cn/\"onmouseover=alert(1)//",
                "https://x.cn/'onmouseover=alert(1)//",
                "<https://x.cn/\" onmouseover=\"alert(1)>",
                "https://x.cn/&quot;onmouseover=&quot;alert(1)",
                "/\"><script>alert(1)</script>",
                "mailto:\"><script>alert(1)</script>",
                "tel:1\"onclick=\"alert(1)",
                "/x \"\\\" onclick=alert(1) \\\"\"",
                "/x '\"><script>alert(1)</script>'");
        return Stream.concat(
                words.stream(),
                destinations.stream()
                        .flatMap(destination -> Stream.of(
                                "[甲](" + destination + ")",
                                "![甲](" + destination + ")",
                                "[甲]\n\n[甲]: " + destination)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void noAttackBecomesMoreThanKnownElementsAndSafeLinks(String attack) {
        assertHarmless(
                Jsoup.parse("<!doctype html><div class=\"text\">" + new Prose(attack).html() + "</div><p id=after>"));
    }

    public static void assertHarmless(Document page) {
        assertThat(page.select("body > *").eachAttr("class")).containsExactly("text");
        assertThat(page.select("#after")).hasSize(1);
        assertThat(page.select(".text *")).allSatisfy(element -> {
            assertThat(element.tagName()).isIn(ELEMENTS);
            assertThat(element.attributes().asList())
                    .extracting(Attribute::getKey)
                    .allSatisfy(name -> assertThat(name).isIn(ATTRIBUTES));
            if (element.hasAttr("href")) {
                assertThat(element.attr("href"))
                        .matches("https?://x\\.cn/.*|mailto:.*|tel:.*|/(?![/\\\\]).*")
                        .doesNotContainPattern("[\\s\\\\]");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "**a", "a_", "[", "]", "[](", "![", "[a](/x)", "]:", "[a]:", "> ", "- ", "1. ", "-\n", "- a\n",
                "`", "<a ", "&", "\\", "\n", " ", "\n　", "a *b ", "*a**a", "](/x)", "甲。"
            })
    void twoHundredThousandHostileCharactersAreReadWithinSeconds(String hostile) {
        var prose = new Prose(hostile.repeat(200_000 / hostile.length()));

        assertTimeout(Duration.ofSeconds(8), () -> assertThat(prose.html()).isNotNull());
    }

    @Test
    void marksInsideEachOtherTwentyThousandDeepAreReadWithoutExhaustion() {
        int deep = 20_000;
        var lists = new StringBuilder();
        for (int depth = 0; depth < 1000; depth++) {
            lists.append(" ".repeat(2 * depth)).append("- 甲\n");
        }
        for (var text : List.of(
                "*a ".repeat(deep) + "a*".repeat(deep),
                "**a ".repeat(deep) + "a**".repeat(deep),
                "*a **b ".repeat(deep) + "b** a*".repeat(deep),
                "*a **b ".repeat(650) + "b** a*".repeat(650),
                "![".repeat(deep) + "a" + "](b)".repeat(deep),
                "[".repeat(deep) + "a" + "](b)".repeat(deep),
                "- ".repeat(deep) + "a",
                "> ".repeat(deep) + "a",
                lists.toString())) {
            assertTimeout(Duration.ofSeconds(8), () -> {
                var prose = new Prose(text);
                assertThat(Jsoup.parse(prose.html()).body().select(":not(body, p, br, em, strong, a, ol, ul, li)"))
                        .isEmpty();
                assertThat(prose.paragraphs()).isNotEmpty();
            });
        }
    }

    private static String lines(String typed) {
        return typed.replace("\\n", "\n").replace("\\r", "\r");
    }
}
