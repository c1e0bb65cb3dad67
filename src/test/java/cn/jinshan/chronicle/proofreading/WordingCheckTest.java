package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.proofreading.WordingHint.Kind;
import cn.jinshan.chronicle.text.Prose;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingCheckTest {

    private static final List<WordingRule> RULES = List.of(
            new WordingRule("我区", "金山区", Kind.FIRST_PERSON),
            new WordingRule("自我", "自我", Kind.FIRST_PERSON),
            new WordingRule("来金", "来金山", Kind.ABBREVIATION),
            new WordingRule("聋哑人", "聋人/听障人士", Kind.TERM),
            new WordingRule("聋哑", "聋", Kind.TERM),
            new WordingRule("残废", "残疾", Kind.TERM),
            new WordingRule("残联", "区残联／市残联", Kind.NAME),
            new WordingRule("劵", "券", Kind.CHARACTER),
            new WordingRule("同志", "", Kind.TERM));

    @Test
    void aRuleOffersItsBetterWordingsAndQuotesWhatIsAround() {
        assertThat(check("区残联的工作人员为一名聋哑人送去慰问品和鲜花。"))
                .containsExactly(new WordingHint("body", Kind.TERM, "聋哑人", List.of("聋人", "听障人士"), "…作人员为一名聋哑人送去慰问品和…"));
    }

    @Test
    void theSameIsSaidOnceInTheOrderOfTheText() {
        assertThat(found("我区同志看望聋哑人，我区的同志。聋哑人。", "我区。")).containsExactly("我区", "同志", "聋哑人");
    }

    @Test
    void aLongerRuleWinsOverAShorterInsideIt() {
        assertThat(found("聋哑人和聋哑学生")).containsExactly("聋哑人", "聋哑");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "金山区的工作",
                "残疾人实现自我价值",
                "自我区分",
                "来金山调研",
                "区残联和市残联",
                "看https://example.cn/我区/残废?来金，",
                "见www.example.cn/我区",
                "印发《关于加强我区工作的意见》",
                "他说：“我区很美。”",
                "券"
            })
    void whatIsRightOrSomebodyElsesIsLeftAlone(String text) {
        assertThat(check(text)).isEmpty();
    }

    @Test
    void aRuleIsSilentInsideANameOfTheRecordButNotBesideIt() {
        var names = List.of("上海市聋哑青年学校", "我区", "残联之友");

        assertThat(check(names, "上海市聋哑青年学校的“我区”和“残联之友”。")).isEmpty();
        assertThat(check(names, "聋哑青年和我区的残联。")).extracting(WordingHint::found).containsExactly("聋哑", "我区", "残联");
    }

    @Test
    void aRuleAppliesToTheWordsOfALinkAndNotToItsAddress() {
        assertThat(hints(RULES, List.of(), new Prose("[我区](/entries/我区/来金)和**聋**哑人").paragraphs()))
                .extracting(WordingHint::found)
                .containsExactly("我区", "聋哑人");
    }

    @ParameterizedTest
    @CsvSource({
        "山阳镇“阳光家园”, 山阳镇阳光家园",
        "山阳镇“阳光家园”, 山阳镇「阳光家园」",
        "第33次全国助残日, 第33次“全国助残日”",
        "爱心守护 助医出行, 爱心守护助医出行",
        "李雷, 李　雷",
        "陈雪峰, 陳雪峰",
        "优惠券发放点, 优惠劵发放点",
        "二〇二三行动, 二零二三行动",
        "ABC康复中心, ＡＢＣ康复中心",
        "政府残工委（扩大）会议, 政府残工委(扩大)会议",
        "“三阳”机构, 三阳机构"
    })
    void aNameThatDiffersInMarksOrKindredCharactersIsFound(String known, String typed) {
        assertThat(hints(List.of(), List.of(known), List.of("在" + typed + "举行")))
                .containsExactly(new WordingHint("body", Kind.TWO_FORMS, typed, List.of(known), "在" + typed + "举行"));
    }

    @ParameterizedTest
    @CsvSource({
        "山阳镇“阳光家园”, 山阳镇“阳光家园”的学员",
        "山阳镇“阳光家园”, （山阳镇“阳光家园”）",
        "“三阳”机构, 朱泾镇“三阳”机构",
        "助医出行, 启动“助医出行”服务",
        "《看得见》, 看得见的关怀",
        "史为, 历史“为民”的故事",
        "“史为”, 历史为民的故事",
        "杭州亚残运会, 来到杭州，亚残运会开幕",
        "第35届, 第3-5届",
        "ABC, XABCD",
        "ABC, xＡＢＣ",
        "李婷, 李雷"
    })
    void aNameAsItIsAndWhatOnlyLooksLikeOneAreNot(String known, String text) {
        assertThat(hints(List.of(), List.of(known), List.of(text))).isEmpty();
    }

    @Test
    void twoNamesThatAreAlikeMayBothBeWritten() {
        assertThat(hints(List.of(), List.of("李干", "李乾"), List.of("李干和李乾。"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "金山区阳光之家, 金山区阳光家园, 来到金山区阳光之家, 金山区阳光之家",
        "阳光之家, 金山区阳光之家, 来到阳光之家。, 阳光之家",
        "李雷, 李蕾, 李雷来了, 李雷",
        "“三阳”机构, 四阳机构, “三阳机构”来了, 三阳机构",
        "《看得见》, 《听得见》, 演出《看得见》, 看得见",
        "聋哑学校, 特教学校, 聋哑学校, 聋哑学校"
    })
    void aFormerNameIsFoundWithThePresentOne(String former, String present, String text, String found) {
        assertThat(hints(List.of(), called(present, former), text))
                .extracting(WordingHint::kind, WordingHint::found, WordingHint::better)
                .containsExactly(tuple(Kind.NAME, found, List.of(present)));
    }

    @ParameterizedTest
    @CsvSource({"阳光之家, 金山区阳光之家, 来到金山区阳光之家", "金山, 金山区, 金山卫镇和金山", "阳光之家, 阳光家园, 印发《阳光之家章程》", "三阳机构, “三阳”机构, “三阳”机构来了"})
    void thePresentNameATitleAndAShortWordAreNoFormerNames(String former, String present, String text) {
        assertThat(hints(List.of(), called(present, former), text)).isEmpty();
    }

    @Test
    void whatIsAnothersPresentNameIsNoFormerNameAndWhatWasTypedStillIs() {
        var former = called("李蕾", "李雷");

        assertThat(hints(List.of("李雷"), former, "李雷来了")).hasSize(1);
        assertThat(new WordingCheck(List.of(), new KnownNames(List.of(), List.of(former, called("李雷", null))))
                        .hints("body", List.of("李雷来了")))
                .isEmpty();
        assertThat(new WordingCheck(List.of(), new KnownNames(List.of(), List.of(former, called("李磊", "李雷"))))
                        .hints("body", List.of("李雷来了")))
                .extracting(WordingHint::better)
                .containsExactly(List.of("李蕾", "李磊"));
    }

    private static List<WordingHint> hints(List<String> typed, Subjects.Called called, String text) {
        return new WordingCheck(RULES, new KnownNames(typed, List.of(called))).hints("body", List.of(text));
    }

    @Test
    void aQuotedNameIsComparedWithWhatStoodBeforeItInAnyText() {
        var check = new WordingCheck(List.of(), new KnownNames(List.of(), List.of()));

        assertThat(check.hints("title", List.of("“爱心 守护”开始"))).isEmpty();
        assertThat(check.hints("body", List.of("“爱心守护”、“爱心 守护”和《爱心 守护》")))
                .extracting(WordingHint::field, WordingHint::found, WordingHint::better)
                .containsExactly(
                        tuple("body", "“爱心守护”", List.of("“爱心 守护”")), tuple("body", "《爱心 守护》", List.of("“爱心 守护”")));
    }

    @Test
    void datesAreFoundButNotInNamesTitlesAndAddresses() {
        assertThat(check(List.of("五月十八日活动"), "五月十八日活动，《二〇二三年五月纪要》，https://a.cn/2023/5/18 ，5月18号"))
                .containsExactly(new WordingHint("body", Kind.DATE, "5月18号", List.of("5月18日"), "…5/18 ，5月18号"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyHintHasWordsInBothLanguages(Kind kind) {
        var messages = Messages.source();
        var words = new WordingHint("body", kind, "聋哑人", List.of("聋人", "听障人士"), "…聋哑人…").words();

        assertThat(messages.getMessage(words, Locale.CHINESE))
                .startsWith(kind == Kind.TWO_FORMS ? "“聋哑人”和“聋人”像是同一个名称" : "“聋哑人”建议改为“聋人”或“听障人士”。");
        assertThat(messages.getMessage(words, Locale.ENGLISH))
                .startsWith("“聋哑人” ")
                .contains("“…聋哑人…”");
        assertThat(messages.getMessage(new WordingHint("body", Kind.TERM, "甲", List.of(), "甲").words(), Locale.CHINESE))
                .startsWith("“甲”请看看要不要改。");
        var marked = new WordingHint("body", kind, "“甲”", List.of("“乙”"), "看“甲”").words();
        assertThat(messages.getMessage(marked, Locale.CHINESE))
                .contains("“‘甲’”", "“‘乙’”", "“看‘甲’”")
                .doesNotContain("““", "””");
    }

    @Test
    void twentyThousandCharactersAreReadAgainstFiveThousandNames() {
        var names = IntStream.range(0, 5000)
                .mapToObj(i -> "上海市金山区第" + i + "号“阳光”服务社")
                .toList();
        var text = "上海市金山区第4711号阳光服务社为我区聋哑人服务。".repeat(770);

        var found = assertTimeout(Duration.ofSeconds(10), () -> hints(RULES, names, List.of(text)));
        assertThat(found).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“",
                "”",
                "《",
                "《a",
                "“a",
                "“aa”",
                "《aa》",
                "我",
                "我区",
                "聋哑",
                "聋",
                "李",
                "李 ",
                "李“",
                "http://",
                "https://a",
                "www.",
                " ",
                "\n",
                "五月",
                "2023.5.",
                "残"
            })
    void aHundredThousandHostileCharactersAreReadInLinearTime(String hostile) {
        var text = hostile.repeat(100_000 / hostile.length());
        var names = List.of("李雷", "李李李李李李李李李李李雷", "我区我区我区的人");

        assertTimeout(Duration.ofSeconds(10), () -> hints(RULES, names, List.of(text)));
    }

    private static List<String> found(String... paragraphs) {
        return hints(RULES, List.of(), Arrays.asList(paragraphs)).stream()
                .map(WordingHint::found)
                .toList();
    }

    private static List<WordingHint> check(String paragraph) {
        return check(List.of(), paragraph);
    }

    private static List<WordingHint> check(List<String> names, String paragraph) {
        return hints(RULES, names, List.of(paragraph));
    }

    private static List<WordingHint> hints(List<WordingRule> rules, List<String> names, List<String> paragraphs) {
        return new WordingCheck(rules, new KnownNames(names, List.of())).hints("body", paragraphs);
    }

    private static Subjects.Called called(String name, @Nullable String former) {
        return new Subjects.Called(Subject.Kind.ORGANISATION, name, null, former);
    }
}
