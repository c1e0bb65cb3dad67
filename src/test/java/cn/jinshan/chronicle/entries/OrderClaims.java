package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates of every precision, placed, filtered and found. */
abstract class OrderClaims extends OnADatabase {
    @Test
    void anEntryOfThreeMonthsIsFoundInEachAndListedOnce() {
        long id = published("2月—4月", "2023-02/2023-04", "services", "送康复服务");

        for (var month : List.of("2", "3", "4")) {
            assertThat(ids("month=" + month)).contains((int) id);
        }
        for (var month : List.of("1", "5", "none")) {
            assertThat(ids("month=" + month)).doesNotContain((int) id);
        }
        assertThat(ids("month=2&month=3&month=4")).containsExactly(10, (int) id, 23);
        assertThat(publicRecord
                        .timeline(2023, filter("month=2&month=3&month=4"))
                        .total())
                .isEqualTo(3);
        assertThat(ids("")).hasSize(30);
        assertThat(publicRecord.timeline(2023, TimelineFilter.WHOLE).total()).isEqualTo(30);
    }

    @Test
    void aQuarterIsFoundUnderNoMonth() {
        long id = published("一季度", "2023-33", "services", "送康复服务");

        assertThat(ids("month=1&month=2&month=3")).doesNotContain((int) id);
        assertThat(ids("month=none")).startsWith((int) id);
    }

    @Test
    void whatBeginsWhatEndsAndWhatIsOnlyNearlyKnownIsStoredFoundAndOrdered() {
        var chronicle = chronicle(2021);
        chronicle.open(NOW);
        section(chronicle, "visits");
        for (var wording : List.of(
                "年底", "10月下旬至11月上旬", "5月18日起", "截至6月底", "5月初", "2020年至2022年", "5月12日起至6月底", "3月起", "暑期", "5月18日下午")) {
            var edtf = EventDate.parse(wording, 2021, null).edtf().toString();
            published(draftOf(2021, "visits", content(wording, wording, edtf, 2021)));
        }
        database.clear();

        assertThat(storedDates().stream()
                        .filter(row -> row.get("edtf", String.class).contains("2021")))
                .hasSize(9)
                .allSatisfy(row -> assertStoredAsUnderstood(row, 2021));
        assertThat(titles(publicRecord.timeline(2021, TimelineFilter.WHOLE)))
                .containsExactly(
                        "3月起",
                        "5月初",
                        "5月12日起至6月底",
                        "5月18日起",
                        "5月18日下午",
                        "截至6月底",
                        "暑期",
                        "10月下旬至11月上旬",
                        "年底",
                        "2020年至2022年");
        assertThat(titles(publicRecord.timeline(2021, filter("month=5"))))
                .containsExactly("3月起", "5月初", "5月12日起至6月底", "5月18日起", "5月18日下午", "截至6月底");
        assertThat(titles(publicRecord.timeline(2021, filter("month=12")))).containsExactly("3月起", "5月18日起", "年底");
        assertThat(titles(publicRecord.timeline(2021, filter("month=none")))).containsExactly("2020年至2022年");
    }

    @Test
    void mixedPrecisionsStandInTheOrderOfYearbooks() {
        var chronicle = chronicle(2024);
        chronicle.open(NOW);
        section(chronicle, "visits");
        for (var edtf : List.of(
                "2024",
                "2024-36",
                "2024-02",
                "2024-40",
                "[2024-10-21..2024-10-31]",
                "2024-02/2024-04",
                "2024-24",
                "2024-03-05/2024-03-07",
                "2024-33",
                "2023-12-30/2024-01-02",
                "2024-12-31",
                "2024-10",
                "2024-01",
                "2023-24",
                "2024-06-30",
                "2024-07-01",
                "2024-03",
                "2024-41",
                "2024-10-25",
                "{2023-12-31,2024-02-10,2024-05-01}",
                "2024-21",
                "2024-02-29",
                "2024-01-15")) {
            published(draftOf(2024, "visits", content(edtf, edtf, edtf, 2024)));
        }

        assertThat(titles(publicRecord.timeline(2024, TimelineFilter.WHOLE)))
                .containsExactly(
                        "2023-12-30/2024-01-02",
                        "2024-01-15",
                        "2024-01",
                        "{2023-12-31,2024-02-10,2024-05-01}",
                        "2024-02-29",
                        "2024-02",
                        "2024-02/2024-04",
                        "2023-24",
                        "2024-03-05/2024-03-07",
                        "2024-03",
                        "2024-33",
                        "2024-21",
                        "2024-06-30",
                        "2024-40",
                        "2024-07-01",
                        "2024-10-25",
                        "[2024-10-21..2024-10-31]",
                        "2024-10",
                        "2024-12-31",
                        "2024-24",
                        "2024-36",
                        "2024-41",
                        "2024");
        assertThat(titles(publicRecord.timeline(2024, TimelineFilter.WHOLE.newestFirst())))
                .containsExactly(
                        "2024-12-31",
                        "2024-24",
                        "2024-36",
                        "2024-41",
                        "[2024-10-21..2024-10-31]",
                        "2024-10-25",
                        "2024-10",
                        "2024-07-01",
                        "2024-06-30",
                        "2024-40",
                        "2024-21",
                        "2024-03-05/2024-03-07",
                        "2024-03",
                        "2024-33",
                        "2024-02-29",
                        "{2023-12-31,2024-02-10,2024-05-01}",
                        "2024-02",
                        "2024-02/2024-04",
                        "2023-24",
                        "2024-01-15",
                        "2023-12-30/2024-01-02",
                        "2024-01",
                        "2024");
    }

    @Test
    void entriesOfOneDayKeepTheArticlesOrder() {
        long second = published(draft(new Entry(null), 2023, "meetings", 52, content("乙", "5月18日", "2023-05-18")));
        long first = published(draft(new Entry(null), 2023, "meetings", 51, content("甲", "5月18日", "2023-05-18")));
        long earlierSection =
                published(draft(new Entry(null), 2023, "achievements", 99, content("丙", "5月18日", "2023-05-18")));

        assertThat(ids("month=5")).containsExactly((int) earlierSection, 11, (int) first, (int) second, 14, 12, 24);
        assertThat(ids("month=5&order=newest"))
                .containsExactly(12, (int) earlierSection, 11, (int) first, (int) second, 14, 24);
    }
}
