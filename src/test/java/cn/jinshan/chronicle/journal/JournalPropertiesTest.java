package cn.jinshan.chronicle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"P5M29D", "P180D", "P183D", "P6M-1D", "-P1M400D", "P0D", "-P2Y", "P1001Y", "P365001D"})
    void aJournalThatIsKeptForLessThanSixMonthsIsRefused(String kept) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalProperties(Period.parse(kept)))
                .withMessage("chronicle.journal-kept must be at least six months (P6M or P184D) and at most 1000 years,"
                        + " not " + Period.parse(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6M", "P184D", "P1M184D", "P2Y", "P1000Y"})
    void aJournalIsKeptForSixMonthsOrLonger(String kept) {
        assertThat(new JournalProperties(Period.parse(kept)).journalKept()).isEqualTo(Period.parse(kept));
    }
}
