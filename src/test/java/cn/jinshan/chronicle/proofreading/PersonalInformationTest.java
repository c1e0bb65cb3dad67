package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.proofreading.PersonalInformation.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalInformationTest {

    private static final Path SEED = Path.of("src/main/resources/db/seed/V2__tell_the_year_2023.sql");

    // The first is the example of GB 11643-1999; no number here was given to anyone we know of
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1101…002X",
        "11010519491231002x, 1101…002X",
        "１１０１０５１９４９１２３１００２Ｘ, 1101…002X",
        "110105 19491231 002X, 1101…002X",
        "110105-1949-12-31-002x, 1101…002X",
        "1101 0519 4912 3100 2X, 1101…002X",
        "身份证号：440524188001010014。, 4405…0014",
        "证号440524188001010014电话, 4405…0014",
        "2023 440524188001010014, 4405…0014"
    })
    void anIdentityCardIsFoundHoweverItIsWritten(String text, String excerpt) {
        assertThat(PersonalInformation.in(text)).containsExactly(new Finding(Kind.IDENTITY_CARD, excerpt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "11010519491231003X",
                "110105194913310022",
                "1101051949123100",
                "11010519491231002",
                "911010519491231002X",
                "0.11010519491231002X",
                "1101051949  1231002X"
            })
    void whatDoesNotCheckIsNoIdentityCard(String text) {
        assertThat(PersonalInformation.in(text)).isEmpty();
    }

    @Test
    void aBirthdayThatNeverWasIsNoIdentityCard() {
        for (var birthday : List.of("19490229", "19491331", "19490431", "18491231", "21000101", "19490100")) {
            var seventeen = "110105" + birthday + "002";
            assertThat(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"))
                    .as(birthday)
                    .noneSatisfy(last -> assertThat(PersonalInformation.in(seventeen + last))
                            .extracting(Finding::kind)
                            .contains(Kind.IDENTITY_CARD));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X43",
                "11010519491231002x11B1",
                "残疾人证号：11010519491231002X74。",
                "11010519491231002X 43",
                "110105 19491231 002X 43 B2"
            })
    void aDisabilityCertificateIsFoundAndIsNotAnIdentityCardToo(String text) {
        assertThat(PersonalInformation.in(text))
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.DISABILITY_CERTIFICATE);
    }

    @Test
    void aKindOrGradeOfDisabilityThatThereIsNotMakesNoCertificate() {
        assertThat(PersonalInformation.in("44052418800101001483")).isEmpty();
        assertThat(PersonalInformation.in("44052418800101001475")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138…678",
        "138 1234 5678, 138…678",
        "138-1234-5678, 138…678",
        "１３８１２３４５６７８, 138…678",
        "+8613812345678, 861…678",
        "+86 138 1234 5678, 861…678",
        "请打13812345678找小李, 138…678",
        "021-57951234, 021…234",
        "（021）57951234, 021…234",
        "(021)57951234, 021…234",
        "021 5795 1234, 021…234",
        "02157951234, 021…234",
        "0573-85121234, 057…234",
        "010-65121234, 010…234"
    })
    void aTelephoneIsFoundHoweverItIsWritten(String text, String excerpt) {
        assertThat(PersonalInformation.in(text)).containsExactly(new Finding(Kind.TELEPHONE, excerpt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12385",
                "拨打12345或12385",
                "400-820-1234",
                "4008201234",
                "12812345678",
                "138123456789",
                "213812345678",
                "3.13812345678",
                "2023-05-18",
                "20230518",
                "1381234567",
                "编号20231381234567801"
            })
    void aHotlineOrAnyOtherNumberIsNoTelephone(String text) {
        assertThat(PersonalInformation.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "5500-0000-0000-0004",
                "6222020000000000000",
                "6222 0200 0000 0000 000",
                "622202 0000000000000",
                "4111111111111111 200元",
                "3530111333300000"
            })
    void aBankCardIsFound(String text) {
        assertThat(PersonalInformation.in(text))
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Kind.BANK_CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "7111111111111111",
                "411111111111111",
                "41111111111111111111",
                "0.4111111111111111"
            })
    void whatDoesNotCheckIsNoBankCard(String text) {
        assertThat(PersonalInformation.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "为高新区一名8岁的肢体一级残疾儿童上门评估辅具。, 8岁…残疾",
        "孩子８岁，身体有残疾。, 8岁…残疾",
        "八岁的自闭症孩子, 八岁…自闭症",
        "十二周岁，脑瘫, 十二周岁…脑瘫",
        "两岁失聪, 两岁…失聪",
        "聋童今年 17 岁, 17 岁…聋",
        "小李今年十岁。他有听力障碍。, 十岁…障碍"
    })
    void aChildWithADisabilityIsFound(String text, String excerpt) {
        assertThat(PersonalInformation.in(text)).containsExactly(new Finding(Kind.CHILD_WITH_DISABILITY, excerpt));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18岁的残疾人",
                "二十八岁的残疾人",
                "十八岁的残疾人",
                "108岁的残疾老人",
                "0-6岁残疾儿童康复救助",
                "0—6岁残疾儿童康复救助",
                "零至六岁残疾儿童康复救助",
                "16岁以下残疾儿童",
                "8岁的小明在无障碍电影院",
                "8岁的小明得了第一名。\n\n会上表彰了残疾人。",
                "残疾儿童"
            })
    void anAgeThatIsNoChildsOrNoDisabilityBesideItIsNot(String text) {
        assertThat(PersonalInformation.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138\u200b1234\u200b5678",
                "1\u00ad3\u00ad8\u00ad1\u00ad2\u00ad3\u00ad4\u00ad5\u00ad6\u00ad7\u00ad8",
                "138\ufeff12345678",
                "\u202e138\u206612345678\u2069",
                "138\u034f1234\u20605678",
                "138\uDB40\uDC4112345678",
                "1\ufe0f3\ufe0f8\ufe0f12345678",
                "1\ufe0f\u20e33812345678",
                "1\u03363812345678",
                "138\u115f12345678",
                "138\u000012345678",
                "138\u3000１２３４\u20095678",
                "١٣٨١٢٣٤٥٦٧٨",
                "\uD835\uDFCF\uD835\uDFD1\uD835\uDFD612345678",
                "①③⑧12345678",
                "❶❸❽12345678",
                "¹³⁸12345678",
                "⒈⒊⒏12345678",
                "一三八一二三四五六七八",
                "壹叁捌壹贰叁肆伍陆柒捌",
                "幺三八1234五六七八",
                "138.1234.5678",
                "138–1234—5678",
                "138·1234·5678",
                "138−1234‑5678",
                "138\n1234\n5678",
                "1381234\n5678",
                "138 - 1234 - 5678",
                "138（1234）5678",
                "1 3 8 1 2 3 4 5 6 7 8",
                "13 81 23 45 67 8",
                "1381234 5678",
                "13812 345678",
                "138**1234**5678",
                "1*3*812345678",
                "138\\-1234\\-5678",
                "[138](https://example.cn)12345678",
                "①13812345678",
                "第一13812345678",
                "+86（138）12345678",
                "0086-138-1234-5678",
                "+86 21 5795 1234",
                "0086 21 57951234",
                "021 5795\n1234",
                "021.5795.1234",
                "0573\u200b85121234"
            })
    void noTelephoneHidesBehindItsMarksOrDigits(String text) {
        assertThat(PersonalInformation.in("电话：" + text + "，小李"))
                .extracting(Finding::kind)
                .containsOnly(Kind.TELEPHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1101 05\u200b1949\u200b1231002X",
                "110105.19491231.002X",
                "1101051949 1231002X",
                "110105194912\n31002X",
                "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
                "11010519491231002Х",
                "11010519491231002Χ",
                "11010519491231002×",
                "11010519491231002Ⅹ",
                "11010519491231002 X",
                "一一零一〇五一九四九一二三一零零二X",
                "①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X",
                "110105491231002",
                "110105 491231 002",
                "110105\u200b491231002"
            })
    void noIdentityCardDoes(String text) {
        assertThat(PersonalInformation.in("证号：" + text + "。"))
                .extracting(Finding::kind)
                .containsOnly(Kind.IDENTITY_CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111\u200b1111\u200b1111\u200b1111",
                "4111.1111.1111.1111",
                "4111—1111—1111—1111",
                "4111\n1111\n1111\n1111",
                "四一一一一一一一一一一一一一一一",
                "41111111 11111111"
            })
    void noBankCardDoes(String text) {
        assertThat(PersonalInformation.in(text)).extracting(Finding::kind).containsOnly(Kind.BANK_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9\u200b岁的残\u00ad疾儿童", "⁠९岁，残疾", "8\u2060岁的聋\u200d童", "九\ufe0f岁，脑 瘫", "12　岁，残　疾"})
    void noChildDoes(String text) {
        assertThat(PersonalInformation.in(text)).extracting(Finding::kind).containsOnly(Kind.CHILD_WITH_DISABILITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "沪残联〔2023〕12号",
                "沪残联规（2023）18号 2023-10-21",
                "2023年5月18日—2023年10月21日",
                "2023.5.18-2023.10.21",
                "2023-05-18 13:30-15:45",
                "188 2023-10-21",
                "15.10.2023-18.1",
                "13.11.2023-15.1",
                "18、2023-10-21",
                "发放补贴13,800,138,000元",
                "13800138.000万元",
                "15 2023 518 1",
                "一、二、三、四、五、六、七、八、九、十",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
                "2018 2019 2020 2021 2022 2023",
                "第三十八届、第一百三十八届",
                "二〇二三年五月十八日至二〇二三年十月二十一日",
                "邮编201500，门牌1388号",
                "统一社会信用代码12310116MB2F12345X",
                "开放时间9:00-11:30 13:00-16:30",
                "110 119 120 12345 12385",
                "1380-0138\n\n000",
                "ISBN 978-7-5000-1234-5"
            })
    void datesYearsAmountsAndNumbersOfDocumentsAreNobodys(String text) {
        assertThat(PersonalInformation.in(text)).isEmpty();
    }

    @Test
    void everythingInATextIsFoundAndTheSameOnlyOnce() {
        assertThat(PersonalInformation.in("李某，13812345678，11010519491231002X。\n\n再打13812345678。卡号4111111111111111。"))
                .extracting(Finding::kind)
                .containsExactly(Kind.IDENTITY_CARD, Kind.BANK_CARD, Kind.TELEPHONE);
    }

    @Test
    void anExcerptNeverGivesAwayTheNumber() {
        assertThat(PersonalInformation.in("13812345678 11010519491231002X43 440524188001010014 4111111111111111"))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.excerpt()).hasSizeLessThan(10));
    }

    @Test
    void amongThe29EntriesOf2023OnlyTheChildOfEntry27IsFound() throws IOException {
        var entry = Pattern.compile("(?s)\\(\\d+, (\\d+), 1, 1, \\d, \\d, '.*?'PUBLISHED'");
        var found = entry.matcher(Files.readString(SEED, StandardCharsets.UTF_8))
                .results()
                .toList();

        assertThat(found).hasSize(29);
        assertThat(found.stream()
                        .filter(each -> !PersonalInformation.in(each.group()).isEmpty())
                        .map(each -> each.group(1)))
                .containsExactly("27");
        assertThat(PersonalInformation.in(found.get(26).group()))
                .containsExactly(new Finding(Kind.CHILD_WITH_DISABILITY, "8岁…残疾"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4 ", "41-", "138 ", "0", "(021)", "8岁", "十", "残疾", "\n", "11010519491231002", "\n　"})
    void twoHundredThousandHostileCharactersAreReadInLinearTime(String hostile) {
        var text = hostile.repeat(200_000 / hostile.length());

        assertTimeout(Duration.ofSeconds(10), () -> PersonalInformation.in(text));
    }
}
