package cn.jinshan.chronicle.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.reports.Report.Outcome;
import cn.jinshan.chronicle.reports.Report.Standing;
import cn.jinshan.chronicle.staff.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final Instant NOW = Instant.parse("2024-09-03T02:00:00Z");

    @Test
    void thatNothingIsChangedNeedsAWordAndNothingElseDoes() {
        var report = report("日期不对", false);

        assertThatIllegalArgumentException().isThrownBy(() -> report.answer(Outcome.NO_CHANGE, " ", 7, NOW));
        assertThat(report.standing()).isEqualTo(Standing.OPEN);
        report.answer(Outcome.CORRECTED, "", 7, NOW);
        assertThat(report.standing()).isEqualTo(Standing.ANSWERED);
    }

    @Test
    void whoeverTakesItUpAgainSeesWhatWasSaidBeforeAndNoSuspicionIsLeft() {
        var report = report("买买买", true);
        assertThat(report.standing()).isEqualTo(Standing.SUSPECT);

        report.answer(Outcome.SPAM, "像是广告", 7, NOW);
        report.reopen();

        assertThat(report.standing()).isEqualTo(Standing.OPEN);
        assertThat(report.outcome()).isNull();
        assertThat(report.formerOutcome()).isEqualTo(Outcome.SPAM);
        assertThat(report.note()).isEqualTo("像是广告");
        assertThat(report.answeredBy()).isEqualTo(7);
    }

    @Test
    void anExcerptIsOneLineOfWholeCharacters() {
        assertThat(report("日期\n不对", false).excerpt()).isEqualTo("日期 不对");
        assertThat(report("𠮷".repeat(61), false).excerpt()).isEqualTo("𠮷".repeat(60) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "日期不对, '', false",
        "请看 https://a.example 和 www.b.example, '', false",
        "http://a http://b HTTPS://c, '', true",
        "https://www.a.example https://www.b.example, '', false",
        "https://www.a.example www.b.example http://c.example/www.d, '', true",
        "https://dashiji.example/2023 https://dashiji.example/entries/11。 http://DASHIJI.example，https://a https://b, '', false",
        "http://例子.中国 http://别的.中国 http://又一个.中国, '', true",
        "https://dashiji.example@a https://dashiji.example.b https://c, '', true",
        "日期不对, 看这里, true",
    })
    void aFieldThatNobodySeesOrManyLinksLookLikeAdvertising(String text, String website, boolean suspect) {
        var form = ReportForm.about("");
        form.text = text;
        form.website = website;

        assertThat(form.looksLikeSpam(link -> link.matches("(?i)https?://dashiji\\.example")))
                .isEqualTo(suspect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", " \u200b\u3000\ufeff\n", "\u2060\u00ad"})
    void whatNobodySeesSaysNothing(String text) {
        var form = ReportForm.about("");
        assertThat(form.cleaned("text", text)).isEmpty();
        assertThat(form.cleaned("text", text + "字")).isEqualTo("字");
    }

    @Test
    void fromOneNetworkAddressFiveComeInTenMinutesAndFiftyInADay() {
        var now = new AtomicReference<>(NOW);
        var rateLimit = new RateLimit(((InstantSource) now::get).withZone(ZoneOffset.UTC), ReportController.LIMITS);
        for (int sent = 0; sent < 50; sent++) {
            assertThat(rateLimit.spend("192.0.2.7")).as("report %d", sent).isZero();
            if (sent % 5 == 4) {
                assertThat(rateLimit.spend("192.0.2.7")).isPositive();
                now.updateAndGet(before -> before.plus(Duration.ofMinutes(11)));
            }
        }

        assertThat(rateLimit.spend("192.0.2.7").toHours()).isBetween(21L, 23L);
    }

    @Test
    void theSameFormSaysTheSameOnlyWithTheSameWords() {
        var form = ReportForm.about("11");
        form.text = "日期不对";
        var first = form.key();
        assertThat(form.key()).isEqualTo(first).hasSizeLessThanOrEqualTo(36);

        form.text = "日期不对，应该是5月19日";
        assertThat(form.key()).isNotEqualTo(first);

        var other = ReportForm.about("11");
        other.text = "日期不对";
        assertThat(other.key()).isNotEqualTo(first);
    }

    private static Report report(String words, boolean suspect) {
        return new Report("key", null, words, null, suspect, NOW);
    }
}
