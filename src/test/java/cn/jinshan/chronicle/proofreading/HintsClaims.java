package cn.jinshan.chronicle.proofreading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.OnADatabase;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.proofreading.WordingHint.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** The rules that are kept, and what they say about the seed. */
public abstract class HintsClaims extends OnADatabase {

    @Autowired
    Hints hints;

    @Autowired
    WordingRules rules;

    @Autowired
    EditorialRecord record;

    @Test
    void theTwentyNineEntriesRaiseFewHintsAndEachIsReasonable() {
        var raised = Stream.iterate(1L, id -> id + 1)
                .limit(29)
                .flatMap(id -> hints.of(record.entry(id).latest()).stream()
                        .map(WordingHint.class::cast)
                        .map(hint -> id + " " + hint.field() + " " + hint.found() + " → "
                                + String.join(" ", hint.better())));

        assertThat(raised)
                .containsExactly(
                        "11 title 第33次“全国助残日” → 第33次全国助残日",
                        "11 body 第33次“全国助残日” → 第33次全国助残日",
                        "14 title 来金 → 来金山",
                        "15 title 来金 → 来金山",
                        "18 title 来金 → 来金山",
                        "19 title 来金 → 来金山",
                        "20 title 来金 → 来金山");
    }

    @ParameterizedTest
    @CsvSource({
        "聋哑人, 聋人|听障人士",
        "正常人, 健全人",
        "残废, 残疾",
        "残废人, 残疾人",
        "弱智, 智力残疾",
        "智障人士, 智力残疾人",
        "瞎子, 盲人|视障人士",
        "精神病人, 精神残疾人|精神障碍患者",
        "患有自闭症, 有孤独症",
        "自闭症, 孤独症",
        "我区, 金山区",
        "我市, 上海市",
        "我们, ''",
        "赴金, 赴金山",
        "莅金, 来金山",
        "本区, 金山区",
        "本市, 上海市",
        "本会, 区残联",
        "本单位, ''",
        "我金山区, 金山区",
        "我局, ''",
        "我院, ''",
        "我校, ''",
        "我中心, ''",
        "我队, ''",
        "我会去年, 区残联去年",
        "残障, 残疾",
        "残障儿童, 残疾",
        "残障人, 残疾人",
        "残障人士, 残疾人",
        "残障者, 残疾人",
        "患有残疾, 有残疾",
        "失明人士, 盲人|视障人士",
        "失聪人士, 聋人|听障人士",
        "弱势群体, 困难群体",
        "餐劵, 券"
    })
    void theRulesThatAreThereFromTheBeginningFindWhatTheyShould(String typed, String better) {
        var found = hints.of(Map.of("body", "去年" + typed + "。"), List.of());

        assertThat(found).singleElement().satisfies(hint -> {
            assertThat(hint.field()).isEqualTo("body");
            assertThat(String.join("|", ((WordingHint) hint).better())).isEqualTo(better);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "金山区、上海市的残疾人",
                "自我服务、忘我工作",
                "带来金牌和奖金",
                "未来金融",
                "恢复正常人数",
                "聋人、听障人士、盲人、智力残疾人、精神残疾人、孤独症",
                "来金山调研",
                "精神病学教授",
                "优惠券",
                "“我们很高兴。”",
                "帮助残疾儿童",
                "在本会议和本会场",
                "基本会用手语的基本单位",
                "资本市场、日本市场、本市场和成本会计",
                "本区域的绘本区和样本区",
                "我会去，我会努力，我会好好学，我会一直在",
                "实现自我中心的转变和自我局限",
                "莅金山指导",
                "迎来金婚，带来金黄的稻穗和未来金属业",
                "赴金融机构、金华和金门",
                "心智障碍者和无障碍环境",
                "不正常人群聚集",
                "恢复正常人际交往，控制正常人流",
                "健全人"
            })
    void theyAreSilentAboutWhatIsRight(String typed) {
        assertThat(hints.of(Map.of("title", typed, "body", typed, "correction", typed), List.of()))
                .isEmpty();
    }

    @Test
    void whatAnAdministratorSaidOfTheSameWordsBeforeTheyCameStays() throws Exception {
        database.createNativeQuery("update wording_rule set better = '本地区' where found = '本区'")
                .executeUpdate();
        database.createNativeQuery("delete from wording_rule where found = '残障'")
                .executeUpdate();
        var added = database.createNativeQuery(
                        new ClassPathResource("db/seed/V21__mind_more_words_of_jinshan.sql").getContentAsString(UTF_8))
                .executeUpdate();

        assertThat(added).isOne();
        assertThat(rules.alike("本区").get(0).better()).isEqualTo("本地区");
    }

    @Test
    void theHintsComeTextByTextAndTheEasyOnesLast() {
        var easyRead = "我区的残疾人运动员去了很远很远的地方参加了一场非常非常重要的比赛。";

        assertThat(hints.of(
                        Map.of(
                                "correction",
                                "我区。",
                                "easyRead",
                                easyRead,
                                "easyTitle",
                                easyRead,
                                "body",
                                "我区。",
                                "title",
                                "我区"),
                        List.of()))
                .extracting(Hint::field)
                .containsExactly("title", "body", "easyTitle", "easyTitle", "easyRead", "easyRead", "correction");
    }

    @Test
    void aNameJustTypedCountsAndEveryNameOfTheRecordToo() {
        var text = Map.of("body", "“新、”来了。李 婷和王 小明。");

        assertThat(hints.of(text, List.of("王小明")))
                .extracting(hint -> ((WordingHint) hint).found())
                .containsExactly("李 婷", "王 小明");
    }

    @Test
    void aFormerNameIsHintedAtAsTheNameOfTheRecord() {
        subject("李婷").call(Subject.Kind.PERSON, "李亭");
        flushAndClear();

        assertThat(hints.of(Map.of("title", "李婷和李亭"), List.of("李婷")))
                .containsExactly(new WordingHint("title", Kind.NAME, "李婷", List.of("李亭"), "李婷和李亭"));
    }

    @Test
    void twoRulesForTheSameWordsAreRefused() {
        assertRefused("insert into wording_rule (found, better, kind) values ('聋哑人', '', 'TERM')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"('', '', 'TERM')", "('甲', '', 'DATE')", "('甲', null, 'TERM')"})
    void whatIsNoRuleIsRefusedByTheDatabase(String values) {
        assertRefused("insert into wording_rule (found, better, kind) values " + values);
    }

    @Test
    void whatIsNoRuleIsRefused() {
        for (var wrong : List.<Runnable>of(
                () -> new WordingRule(" ", "", Kind.TERM),
                () -> new WordingRule("甲".repeat(41), "", Kind.TERM),
                () -> new WordingRule("甲", "乙".repeat(101), Kind.TERM),
                () -> new WordingRule("甲", "", Kind.DATE))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRuleThatChangesHasAnotherVersion() {
        var rule = rules.save(new WordingRule("甲乙丙", "丁", Kind.NAME));
        flushAndClear();
        long seen = rule.version();
        var changed = rules.forChange(rule.id()).orElseThrow();
        changed.change("甲乙丙", "丁/戊", Kind.TERM);
        flushAndClear();

        var now = rules.alike("甲乙丙").get(0);
        assertThat(now.offers()).containsExactly("丁", "戊");
        assertThatThrownBy(() -> now.refuseStale(seen)).isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"“", "《a", "我区", "聋哑", "李 ", "https://a", "五月", "2023.5.", "甲。", "[", "*a ", "- a\n", "，", "来金"})
    void twoHundredThousandHostileCharactersAreReadInLinearTime(String hostile) {
        var text = hostile.repeat(200_000 / hostile.length());
        var texts = Map.of("title", text, "body", text, "easyTitle", text, "easyRead", text, "correction", text);

        assertTimeout(Duration.ofSeconds(10), () -> hints.of(texts, List.of()));
    }
}
