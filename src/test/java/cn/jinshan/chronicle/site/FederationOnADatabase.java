package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jinshan.chronicle.entries.RequiredReviews;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of the settings on every database, also when two people change them at the same moment. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import(Federation.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class FederationOnADatabase {

    private static final Imprint FIRST = new Imprint("金山区残疾人联合会", "", "", "", "", "");

    @Autowired
    Federation federation;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate inTransaction;

    @BeforeEach
    void asMigrated() {
        federation.change(federation.settings().version(), FIRST, RequiredReviews.NONE);
    }

    @Test
    void theMigrationMakesTheOneRow() {
        assertThat(federation.settings().imprint()).isEqualTo(FIRST);
        assertThat(federation.settings().requiredReviews()).isEqualTo(RequiredReviews.NONE);
        assertRefused("insert into settings (id, publisher) values (1, '金山残联')");
        assertRefused("insert into settings (id, publisher) values (2, '金山残联')");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "id, 2",
                "publisher, ''",
                "publisher, null",
                "contact, null",
                "reviews_of_new, -1",
                "reviews_of_new, 4",
                "reviews_of_corrections, -1",
                "reviews_of_corrections, 4"
            })
    void theDatabaseRefusesWhatNoSettingsCanBe(String column, String value) {
        assertRefused("update settings set " + column + " = " + value);
    }

    @Test
    void aChangeIsKeptWholeAndCountsUpTheVersion() {
        var before = federation.settings();
        var imprint = new Imprint(
                "主".repeat(100), "电".repeat(1000), "1".repeat(100), "2".repeat(100), "标".repeat(200), "转".repeat(500));

        federation.change(before.version(), imprint, new RequiredReviews(3, 1));

        assertThat(federation.settings().imprint()).isEqualTo(imprint);
        assertThat(federation.settings().requiredReviews()).isEqualTo(new RequiredReviews(3, 1));
        assertThat(federation.settings().version()).isEqualTo(before.version() + 1);
    }

    @Test
    void aChangeOfWhatSomebodyChangedSinceIsRefusedUnlessItIsTheSame() {
        long seen = federation.settings().version();
        federation.change(seen, called("金山残联"), RequiredReviews.NONE);

        assertThatExceptionOfType(ConcurrencyFailureException.class)
                .isThrownBy(() -> federation.change(seen, called("区残联"), RequiredReviews.NONE));
        assertThatExceptionOfType(ConcurrencyFailureException.class)
                .isThrownBy(() -> federation.change(seen, called("金山残联"), new RequiredReviews(1, 0)));
        federation.change(seen, called("金山残联"), RequiredReviews.NONE);

        assertThat(federation.settings().imprint().publisher()).isEqualTo("金山残联");
        assertThat(federation.settings().version()).isEqualTo(seen + 1);
    }

    @Test
    void ofTwoWhoChangeThemAtTheSameMomentOneIsRefused() throws Exception {
        for (int round = 0; round < 10; round++) {
            long seen = federation.settings().version();
            var one = called("甲" + round);
            var other = called("乙" + round);

            assertThat(atTheSameMoment(
                            () -> federation.change(seen, one, RequiredReviews.NONE),
                            () -> federation.change(seen, other, RequiredReviews.NONE)))
                    .containsExactlyInAnyOrder(true, false);
            assertThat(federation.settings().imprint()).isIn(one, other);
            assertThat(federation.settings().version()).isEqualTo(seen + 1);
        }
    }

    private static Imprint called(String publisher) {
        return new Imprint(publisher, "", "", "", "", "");
    }

    private void assertRefused(String sql) {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> inTransaction.execute(
                        transaction -> database.createNativeQuery(sql).executeUpdate()));
    }

    /** Whether each could. */
    private static List<Boolean> atTheSameMoment(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            var ended = both.invokeAll(List.of(task(start, one), task(start, other)));
            return List.of(ended.get(0).get(), ended.get(1).get());
        } finally {
            both.shutdown();
        }
    }

    private static Callable<Boolean> task(CyclicBarrier start, Runnable change) {
        return () -> {
            start.await();
            try {
                change.run();
                return true;
            } catch (ConcurrencyFailureException refused) {
                return false;
            }
        };
    }
}
