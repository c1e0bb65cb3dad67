package cn.jinshan.chronicle.proofreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in a text, against GB/T 15835-2011 with Arabic numerals. */
class DateFormsTest {

    /** What a hint proposes is a date that the form understands, whatever it proposes it for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "二〇二三年五月召开",
                "5月18号举行",
                "于2023.05.18召开",
                "5/18活动",
                "5.18号",
                "3月5日-3月7日",
                "2023年3月-5月",
                "2-4月",
                "2022-2024年",
                "2022年12月28日～2023年1月3日"
            })
    void whatAHintProposesIsUnderstoodAsADate(String text) {
        assertThat(DateForms.in(text))
                .isNotEmpty()
                .flatExtracting(DateForms.Found::standard)
                .allSatisfy(standard -> EventDate.parse(standard, 2023, null));
    }

    @ParameterizedTest
    @CsvSource({
        "会议于二〇二三年五月召开。, 二〇二三年五月, 2023年5月",
        "二零二三年十二月三十一日, 二零二三年十二月三十一日, 2023年12月31日",
        "一九九八年成立, 一九九八年, 1998年",
        "2023年五月, 2023年五月, 2023年5月",
        "2023年5月十八日, 2023年5月十八日, 2023年5月18日",
        "五月十八日举行, 五月十八日, 5月18日",
        "十月一日, 十月一日, 10月1日",
        "5月18号举行, 5月18号, 5月18日",
        "05月08日, 05月08日, 5月8日",
        "５月１８日, ５月１８日, 5月18日",
        "23年5月, 23年5月, 2023年5月",
        "98年5月18日, 98年5月18日, 1998年5月18日",
        "于2023.5.18召开, 2023.5.18, 2023年5月18日",
        "于2023.05.18召开, 2023.05.18, 2023年5月18日",
        "于2023/5/18召开, 2023/5/18, 2023年5月18日",
        "于2023-5-18召开, 2023-5-18, 2023年5月18日",
        "5.18国际博物馆日, 5.18, 5月18日",
        "5.18当天, 5.18, 5月18日",
        "5.18日, 5.18日, 5月18日",
        "5.18号, 5.18号, 5月18日",
        "5/18活动, 5/18, 5月18日",
        "5/08当天, 5/08, 5月8日",
        "12/3０号, 12/3０号, 12月30日",
        "23年工作总结, 23年, 2023年",
        "23年度, 23年, 2023年",
        "98年底, 98年, 1998年",
        "于23年上半年召开, 23年, 2023年",
        "2023 年 5 月 18 日, 2023 年 5 月 18 日, 2023年5月18日",
        "定于 5 月 18日召开, 5 月 18日, 5月18日",
        "２０２３　年　５　月, ２０２３　年　５　月, 2023年5月"
    })
    void aDateInAnotherFormIsFoundWithTheStandardOne(String text, String found, String standard) {
        assertThat(DateForms.in(text)).singleElement().satisfies(date -> {
            assertThat(text.substring(date.start(), date.end())).isEqualTo(found);
            assertThat(date.standard()).containsExactly(standard);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "5月3-7日, 5月3日至7日",
        "5月3日-7日, 5月3日至7日",
        "5月3日～7日, 5月3日至7日",
        "5月3号--7号, 5月3日至7日",
        "3月30日-4月2日, 3月30日至4月2日",
        "2022年12月30日-2023年1月2日, 2022年12月30日至2023年1月2日",
        "3-5月, 3月至5月",
        "2023年3-5月, 2023年3月至5月",
        "3月-5月, 3月至5月",
        "2021-2023年, 2021年至2023年"
    })
    void fromOneDateToAnotherItSaysToOrHasADash(String text, String standard) {
        assertThat(DateForms.in("活动" + text + "开展。")).singleElement().satisfies(range -> {
            assertThat(range.start()).isEqualTo(2);
            assertThat(range.end()).isEqualTo(2 + text.length());
            assertThat(range.standard()).containsExactly(standard, standard.replace('至', '—'));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5月18日",
                "2023年5月18日",
                "2023年",
                "2023年5月",
                "2023-05-18",
                "3月5日至7日",
                "3月5日—7日",
                "3月5—7日",
                "5月份",
                "金政〔2023〕5号",
                "沪府发〔2023〕18号文件",
                "5月18号楼",
                "版本2023.5.18.2",
                "v2023.5.18",
                "4.0.1",
                "增长5.18%",
                "5.18万元",
                "共计5.18元",
                "比分3-1",
                "以3-1取胜",
                "五分之一",
                "1/2",
                "5/18",
                "5/18的人",
                "1/3活动",
                "1/3全国",
                "24/7活动",
                "13/20活动",
                "1/5/18活动",
                "第5/18号",
                "今年 5月18日",
                "5月 3名",
                "2023 年",
                "成立23年来",
                "23年间",
                "从事助残工作23年",
                "近23年工作总结",
                "入职23年初心不改",
                "10年底蕴",
                "20年度过",
                "3-5名",
                "3-5个月",
                "3-5月龄",
                "历时23年",
                "23年5个月",
                "上午9点半",
                "下午2:30",
                "9时30分",
                "三四年",
                "五六月间",
                "八月十五",
                "农历五月初五",
                "农历八月十五日",
                "五一",
                "二十世纪九十年代",
                "一九九〇年代",
                "十月",
                "99年13月",
                "2023.13.45",
                "2月30号",
                "021-57921234",
                "第23年",
                "5.18",
                "3.5日",
                "用时12.5日均值",
                "2023坐式排球世界杯",
                "GB/T 15835-2011",
                "2023/5",
                "2023.5",
                "二〇二三"
            })
    void whatIsRightOrNoDateIsNotFound(String text) {
        assertThat(DateForms.in(text)).isEmpty();
        assertThat(DateForms.in("在" + text + "。")).isEmpty();
    }

    @Test
    void everyDateOfATextIsFoundOnce() {
        assertThat(DateForms.in("5月3-7日和二〇二三年五月，2023.5.18。"))
                .extracting(DateForms.Found::standard)
                .containsExactlyInAnyOrder(List.of("5月3日至7日", "5月3日—7日"), List.of("2023年5月"), List.of("2023年5月18日"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "一", "十", "5月", "5月3", "5月3-", "年", "2023年", "2023.", "2023.1.1.", "-", "5.1", "二〇"})
    void aHundredThousandHostileCharactersAreReadInLinearTime(String hostile) {
        var text = hostile.repeat(100_000 / hostile.length());

        assertTimeout(Duration.ofSeconds(10), () -> DateForms.in(text));
    }
}
