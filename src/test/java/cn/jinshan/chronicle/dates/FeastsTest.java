package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Refusals;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeastsTest {

    @ParameterizedTest
    @CsvSource({
        "清明, 2020-04-04", "清明, 2022-04-05", "清明, 2023-04-05", "清明, 2024-04-04", "冬至, 2022-12-22", "冬至, 2023-12-22",
        "立春, 2017-02-03", "立春, 2023-02-04", "立春, 2025-02-03", "夏至, 2023-06-21", "霜降, 2023-10-24", "谷雨, 2023-04-20",
        "大寒, 2023-01-20", "小寒, 2023-01-05", "春分, 2023-03-21", "秋分, 2023-09-23", "大雪, 2023-12-07"
    })
    void aSolarTermIsTheDayOfTheAlmanac(String term, LocalDate day) {
        assertThat(parsed(term, day.getYear())).isEqualTo(day.toString());
    }

    @ParameterizedTest
    @CsvSource({"冬至, 2021", "大寒, 1979", "小满, 2008", "春分, 2051"})
    void aSolarTermAtMidnightIsAskedFor(String term, int year) {
        assertThat(Refusals.code(() -> parsed(term, year))).isEqualTo("date.refused.midnight");
    }

    @ParameterizedTest
    @CsvSource({
        "全国助残日, 2022-05-15",
        "全国助残日, 2023-05-21",
        "全国助残日, 2024-05-19",
        "国际聋人日, 2023-09-24",
        "全民国防教育日, 2023-09-16",
        "国际罕见病日, 2024-02-29",
        "世界视力日, 2023-10-12",
        "端午节, 2023-06-22",
        "中秋节, 2020-10-01",
        "重阳节, 2023-10-23",
        "元宵节, 2024-02-24",
        "除夕, 2024-02-09",
        "七夕, 2023-08-22"
    })
    void aFeastIsFoundByItsRule(String feast, LocalDate day) {
        assertThat(parsed(feast, day.getYear())).isEqualTo(day.toString());
        assertThat(parsed(day.getYear() + "年" + feast + "当天", day.getYear())).isEqualTo(day.toString());
    }

    @Test
    void aFeastHasTheNumberOfItsYear() {
        assertThat(parsed("第三十三次全国助残日", 2023)).isEqualTo("2023-05-21");
        assertThat(Refusals.inChinese(() -> parsed("第33次全国助残日", 2024))).isEqualTo("2024年的全国助残日是第34次，不是第33次，请检查。");
        assertThat(Refusals.inChinese(() -> parsed("残疾预防日", 2016))).isEqualTo("全国残疾预防日从2017年才有，请检查。");
    }

    @Test
    void everyNameOfEveryFeastIsUnderstoodOrAskedFor() {
        Feasts.names().forEach(name -> {
            try {
                assertThat(EventDate.parse(name, 2023, null).edtf().precision())
                        .as(name)
                        .isEqualTo(Precision.DAY);
            } catch (DateRefusedException refusal) {
                assertThat(refusal.reason().getCode()).as(name).isIn("date.refused.outside", "date.refused.either");
            }
        });
    }

    private static String parsed(String wording, int year) {
        return EventDate.parse(wording, year, null).edtf().toString();
    }
}
