package cn.jinshan.chronicle.signin;

import static cn.jinshan.chronicle.staff.AccountsOnADatabase.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.AccountsOnADatabase;
import cn.jinshan.chronicle.staff.OwnPasswords;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.StaffAccounts;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of sent and unsent forms on every database, also at the same moment. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({
    StaffAccounts.class,
    OwnPasswords.class,
    UnsentForms.class,
    FormRetention.class,
    JacksonAutoConfiguration.class,
    Journal.class,
    AccountsOnADatabase.Watch.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class FormsOnADatabase {

    @Autowired
    Accounts accounts;

    @Autowired
    StaffAccounts staffAccounts;

    @Autowired
    UnsentForms unsentForms;

    @Autowired
    SentForms sentForms;

    @Autowired
    FormRetention retention;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    AccountsOnADatabase.Watch watch;

    @BeforeEach
    void nobodyYet() {
        inTransaction.executeWithoutResult(transaction -> List.of(
                        "JournalLine", "OneTimeLink", "SentForm", "UnsentForm", "Account")
                .forEach(all -> database.createQuery("delete from " + all).executeUpdate()));
        watch.now = Instant.parse("2024-09-03T02:00:00Z");
    }

    private long invited() {
        staffAccounts.invite("wangli", "王莉", Role.EDITOR);
        return accounts.findByName("wangli").orElseThrow().id();
    }

    @Test
    void fourMillionCharactersOfFormsThatWereLeftAreKeptAndTheOldestGiveWay() {
        var me = invited();
        for (int i = 1; i <= 6; i++) {
            watch.now = watch.now.plusSeconds(1);
            assertThat(unsentForms.keep(
                            me,
                            new FormKey(me, UUID.randomUUID().toString()),
                            new FormInput("/admin/entries/" + i, Map.of("body", List.of("x".repeat(900_000))))))
                    .isTrue();
        }

        assertThat(unsentForms.of(me))
                .extracting(left -> left.address().replaceFirst("\\?.*", ""))
                .containsExactly("/admin/entries/6", "/admin/entries/5", "/admin/entries/4", "/admin/entries/3");
    }

    @Test
    void linksThatRanOutKeysOfAWeekAndWordsOfSixtyDaysAreForgotten() {
        var me = invited();
        var form = new FormKey(me, UUID.randomUUID().toString());
        var then = watch.now;
        sentForms.save(new SentForm("press", new FormKey(me, "key"), then));
        unsentForms.keep(me, form, new FormInput("/admin/entries/7", Map.of("title", List.of("体检"))));

        watch.now = then.plus(FormRetention.SENT).minusMillis(1);
        retention.forget();
        assertThat(count("OneTimeLink")).isOne();
        assertThat(count("SentForm")).isOne();

        watch.now = then.plus(FormRetention.SENT);
        retention.forget();
        assertThat(count("OneTimeLink")).as("of seven days").isZero();
        watch.now = then.plus(FormRetention.SENT).plusMillis(1);
        retention.forget();
        assertThat(count("SentForm")).isZero();
        assertThat(unsentForms.of(me))
                .singleElement()
                .satisfies(left -> assertThat(left.excerpt()).isEqualTo("体检"));

        watch.now = then.plus(FormRetention.LEFT).plusMillis(1);
        retention.forget();
        assertThat(unsentForms.of(me)).isEmpty();
    }

    @Test
    void twoPressesThatLeaveTheSameFormKeepItOnce() throws Exception {
        var me = invited();
        for (int round = 1; round <= 10; round++) {
            var form = new FormKey(me, UUID.randomUUID().toString());
            Runnable leave =
                    () -> unsentForms.keep(me, form, new FormInput("/admin/entries/7", Map.of("title", List.of("体检"))));

            assertThat(atTheSameMoment(leave, leave)).isEmpty();

            assertThat(unsentForms.of(me)).hasSize(round);
        }
    }

    @Test
    void ofTwoThatTakeUpTheSamePressOnlyOneDoes() throws Exception {
        var then = watch.now;
        for (int round = 0; round < 10; round++) {
            var press = "press " + round;
            var begun = new AtomicInteger();
            var taken = new AtomicInteger();
            Runnable begin = () -> {
                sentForms.save(new SentForm(press, new FormKey(null, "key"), then));
                begun.incrementAndGet();
            };
            Runnable takeUp = () -> taken.addAndGet(sentForms.takeUp(press, then, then.plusSeconds(11)));

            assertThat(atTheSameMoment(begin, begin)).hasSize(1);
            atTheSameMoment(takeUp, takeUp);

            assertThat(begun).hasValue(1);
            assertThat(taken).hasValue(1);
        }
    }

    private long count(String all) {
        return database.createQuery("select count(*) from " + all, Long.class).getSingleResult();
    }
}
