package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.OnADatabase;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.proofreading.MentionedSubjects.Mentioned;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which subjects of the record a text mentions, in the seed and beyond. */
public abstract class MentionedSubjectsClaims extends OnADatabase {

    @Autowired
    MentionedSubjects mentioned;

    @Autowired
    EditorialRecord record;

    /**
     * Behind an entry: + what it mentions and is not about, - what it is about and calls otherwise (区残联, 亚残运会, 职业技能竞赛),
     * or only within a longer name (张堰镇社区卫生服务中心).
     */
    @Test
    void theTextsOfTheSeedMentionAlmostAllThatTheyAreAbout() {
        var differing = LongStream.rangeClosed(1, 29).mapToObj(this::difference).filter(line -> line.contains(" "));

        assertThat(differing)
                .containsExactly(
                        "1 -杭州",
                        "6 -金山区残疾人联合会",
                        "10 -金山区残疾人联合会",
                        "11 +高新区 -金山区残疾人联合会",
                        "12 +高新区 -金山区残疾人联合会",
                        "13 -金山区残疾人联合会 -金山区政府残疾人工作委员会",
                        "14 -上海市残疾人联合会",
                        "15 -张堰镇",
                        "16 -金山区人民政府 -第七届全国残疾人技能大赛",
                        "17 -金山区人大",
                        "18 -平湖市残疾人联合会",
                        "19 -上海市残疾人文化体育促进中心 -石化街道 -山阳镇",
                        "20 -上海市残疾人联合会 -待泾村 -朱泾镇",
                        "21 -金山区残疾人联合会 -杭州亚残运会",
                        "22 -金山区残疾人联合会",
                        "23 -上海市养志康复医院",
                        "25 -金山区残疾人联合会");
    }

    private String difference(long entry) {
        var edition = record.entry(entry).latest();
        var found = names(edition.title(), edition.body());
        var about = edition.subjects().stream().map(PublishedSubject::name).toList();
        return entry
                + found.stream()
                        .filter(name -> !about.contains(name))
                        .map(name -> " +" + name)
                        .collect(Collectors.joining())
                + about.stream()
                        .filter(name -> !found.contains(name))
                        .map(name -> " -" + name)
                        .collect(Collectors.joining());
    }

    @Test
    void theyComeInTheOrderInWhichTheyAreFirstMet() {
        var entry = record.entry(21).latest();

        assertThat(names(entry.title(), entry.body())).containsExactly("史为", "金新弟", "上海市残疾人体育训练中心", "李婷", "李雷");
        assertThat(names("李雷和李婷", "李婷和李雷，后来史为")).containsExactly("李雷", "李婷", "史为");
    }

    @Test
    void eachHasItsKindItsPresentNameAndHowItIsRead() {
        subject("李雷").read("Lǐ Léiléi");
        subject("李婷").call(Kind.PERSON, "李亭");
        flushAndClear();

        assertThat(mentioned.in(List.of("李雷和李婷")))
                .containsExactly(
                        new Mentioned(Kind.PERSON, "李雷", "Lǐ Léiléi"),
                        new Mentioned(Kind.PERSON, "李亭", Kind.PERSON.read("李亭")));
    }

    @ParameterizedTest
    @CsvSource({
        "到山阳镇“阳光家园”去, 山阳镇“阳光家园”",
        "到山阳镇阳光家园去, 山阳镇“阳光家园”",
        "到山阳镇去, 山阳镇",
        "到山阳镇“阳光家园里去, 山阳镇",
        "杭州亚残运会, 杭州亚残运会",
        "在杭州办亚残运会, 杭州",
        "李 婷来了, 李婷",
        "陳雪峰来了, 陈雪峰",
        "第３３次全国助残日, 第33次全国助残日",
        "**李**婷来了, 李婷",
        "1. 李婷, 李婷",
        "[李婷](https://example.cn/李雷)来了, 李婷",
        "看https://example.cn/李雷，李婷来了, 李婷",
        "《李婷的故事》, 李婷",
        "理事长史为到会, 史为",
        "代表史为民办事, 史为"
    })
    void aNameIsFoundInAnyFormAndTheLongestOfSeveral(String text, String name) {
        assertThat(names("", text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "。", "历史为民的故事", "李，婷", "李\\n\\n婷", "区残联和市残联", "12023坐式排球世界杯", "2023年亚洲坐式排球锦标", "阳光家园"})
    void whatIsNoNameOrCutOutOfALongerWordIsNot(String text) {
        assertThat(names("", text.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void theSameNameUnderTwoKindsIsBothAndTwoFormsAreTheOneThatIsWritten() {
        add(Kind.ORGANISATION, "曹乐");
        add(Kind.PERSON, "曹乐");
        add(Kind.PERSON, "李干");
        add(Kind.PERSON, "李乾");

        assertThat(mentioned.in(List.of("曹乐")))
                .extracting(Mentioned::kind)
                .containsExactly(Kind.ORGANISATION, Kind.PERSON);
        assertThat(names("李干", "")).containsExactly("李干");
        assertThat(names("李乾", "")).containsExactly("李乾");
    }

    @Test
    void noNameOfOneCharacterAndNoFormerShortFormOfANameIsLookedFor() {
        add(Kind.PERSON, "仇");
        add(Kind.PLACE, "金山").call(Kind.PLACE, "金山嘴村");
        add(Kind.PLACE, "漕泾").call(Kind.PLACE, "漕泾镇");
        flushAndClear();
        add(Kind.PLACE, "漕泾");
        flushAndClear();

        assertThat(names("仇来到金山和漕泾", "")).containsExactly("漕泾");
    }

    @Test
    void aPresentNameIsNotTheFormerOneOfAnother() {
        add(Kind.PERSON, "吴旧").call(Kind.PERSON, "吴新");
        flushAndClear();
        add(Kind.ORGANISATION, "吴旧");
        flushAndClear();

        assertThat(mentioned.in(List.of("吴旧"))).extracting(Mentioned::kind).containsExactly(Kind.ORGANISATION);
    }

    @Test
    void onlyTheFirstTwentyThousandCharactersAreLookedThrough() {
        assertThat(names("字".repeat(19_998) + "李婷李雷", "史为")).containsExactly("李婷", "史为");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“", "《a", "李", "李婷", "杭州“", "https://a", "*a ", "残疾人", "a"})
    void tenThousandNamesAndHostileTextsTakeNoLongTime(String hostile) {
        database.createNativeQuery("""
                        insert into subject (kind, name)
                        select 'EVENT', concat(cast(:begins as varchar(20)), a.id, '“', b.id, '号', c.id)
                        from subject a, subject b, subject c where c.id < 5""").setParameter("begins", hostile.strip()).executeUpdate();
        add(Kind.PERSON, "残疾人".repeat(66));
        add(Kind.PERSON, "a".repeat(200));
        flushAndClear();
        var text = hostile.repeat(100_000 / hostile.length());

        assertTimeout(Duration.ofSeconds(10), () -> mentioned.in(List.of(text, text)));
    }

    private Subject add(Kind kind, String name) {
        var subject = new Subject(kind, name);
        database.persist(subject);
        return subject;
    }

    private List<String> names(String title, String body) {
        return mentioned.in(List.of(title, body)).stream().map(Mentioned::name).toList();
    }
}
