package cn.jinshan.chronicle.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.site.DateWords;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

/** What a wording says, and the boxes beside it contradict. */
class DateDoubtsTest {

    private static final AnnotationConfigApplicationContext BEANS = new AnnotationConfigApplicationContext();
    private static DateDoubts doubts;

    @BeforeAll
    static void words() {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        BEANS.registerBean("messageSource", StaticMessageSource.class, () -> messages);
        BEANS.registerBean(Clock.class, Clock::systemUTC);
        BEANS.register(DateWords.class, DateDoubts.class);
        BEANS.refresh();
        doubts = BEANS.getBean(DateDoubts.class);
    }

    @AfterAll
    static void close() {
        BEANS.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5月12日起至6月底（活动月） | 2023-05-12 | exact",
                "从5月12日起，历时数周 | 2023-05-12 | exact",
                "1月28、29日 | 2023-01-28 | differs",
                "3月5日至7日 | 2023-03-05 | differs",
                "10月下旬 | 2023-10-21 | differs",
                "5月 | 2023-05-18 | differs",
                "5月18日 | 2023-05-19 | differs",
                "“助残日”前后那几天 | 2023-05-18 | exact",
                "2022年5月12日那个周末 | 2023-05-12 | other",
                "9月26日下午三时许，雨 | 2023-09-27 | other",
                "活动日（9月26日，周三） | 2023-09-26 | weekday",
                "活动日（9月26日，星期天） | 2023-09-26 | weekday"
            })
    void whatTheWordingContradictsIsPointedOut(String wording, String edtf, String doubt) {
        assertThat(doubts(wording, edtf)).isEqualTo("hint.date." + doubt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5月18日 | 2023-05-18",
                "3月5日至7日 | 2023-03-05/2023-03-07",
                "5月12日起至6月底（活动月） | 2023-05/2023-06",
                "活动日（9月26日，周二） | 2023-09-26",
                "活动日（10月1日，星期天） | 2023-10-01",
                "“助残日”前后那几天 | 2023-05~",
                "开学第一天 | 2023-09-01",
                "农历五月初五，6月22日 | 2023-06-22",
                "'' | 2023-05"
            })
    void whatAgreesIsNot(String wording, String edtf) {
        assertThat(doubts(wording, edtf)).isEmpty();
    }

    private static String doubts(String wording, String edtf) {
        return doubts.of(EventDate.of(wording, edtf, 2023)).stream()
                .map(hint -> Objects.requireNonNull(hint.words().getCode()))
                .reduce("", String::concat);
    }
}
