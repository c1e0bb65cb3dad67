package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredReviewsTest {

    @Test
    void newEntriesAndCorrectionsHaveANumberOfTheirOwn() {
        var required = new RequiredReviews(3, 1);

        assertThat(required.of(false)).isEqualTo(3);
        assertThat(required.of(true)).isOne();
    }

    @Test
    void outOfTheBoxNobodyHasToApprove() {
        assertThat(RequiredReviews.NONE.of(false)).isZero();
        assertThat(RequiredReviews.NONE.of(true)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "4, 0", "0, -1", "0, 4"})
    void fewerThanNoneAndMoreThanThreeAreRefused(int ofNew, int ofCorrections) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequiredReviews(ofNew, ofCorrections));
    }
}
