package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.Edtf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled in beside the wording of a date. */
class DateBoxesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 5, 18, '', '', '', 2023-05-18",
        "2024, 5, '', '', '', '', 2024-05",
        "'', '', '', '', '', true, 2023~",
        "'', 5, '', '', '', true, 2023-05~",
        "'', 5, 18, '', '', true, 2023-05-18~",
        "'', 3, 5, '', 7, '', 2023-03-05/2023-03-07",
        "'', 5, 12, 6, 30, '', 2023-05-12/2023-06-30",
        "'', 5, 12, 6, '', '', 2023-05/2023-06",
        "'', 5, '', 6, '', '', 2023-05/2023-06"
    })
    void oneDateIsADayOrMonthAndTwoAreASpan(
            String year, String month, String day, String toMonth, String toDay, String about, String edtf) {
        var boxes = new DateBoxes(year, month, day, toMonth, toDay, about);

        assertThat(Edtf.parse(boxes.edtf(2023))).hasToString(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-05", "2023-05-18", "2023-05~", "2023-03-05/2023-03-07", "2023-05/2023-06"})
    void whatTheBoxesCanHoldIsFilledInAgain(String edtf) {
        assertThat(DateBoxes.canHold(Edtf.parse(edtf))).isTrue();
        assertThat(DateBoxes.of(Edtf.parse(edtf)).edtf(1999)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05?",
                "2023-33",
                "[2023-10-21..2023-10-31]",
                "{2023-01-28,2023-01-29}",
                "2022-12-30/2023-01-02"
            })
    void allElseStaysWithItsWording(String edtf) {
        assertThat(DateBoxes.canHold(Edtf.parse(edtf))).isFalse();
    }
}
