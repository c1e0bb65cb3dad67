package cn.jinshan.chronicle.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.reports.Report.Outcome;
import cn.jinshan.chronicle.reports.Report.Standing;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of reports on every database, also when two people act at the same moment. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({ReportHandling.class, EditorialRecord.class, Journal.class, ReportsOnADatabase.Watch.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class ReportsOnADatabase {

    @Autowired
    ReportHandling reporting;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    AtomicReference<Instant> now;

    SignedIn me;

    @BeforeEach
    void nothingYet() {
        inTransaction.executeWithoutResult(transaction -> {
            Stream.of("JournalLine", "Report", "Account")
                    .forEach(all -> database.createQuery("delete from " + all).executeUpdate());
            sql("insert into account (name, full_name, role) values ('wangli', '王莉', 'EDITOR')");
            var id = (Number)
                    database.createNativeQuery("select id from account").getSingleResult();
            me = new SignedIn(id.longValue(), "wangli", "王莉", Role.EDITOR);
        });
        now.set(Instant.parse("2024-09-03T02:00:00Z"));
    }

    @Test
    void theSameFormWithTheSameWordsIsReceivedOnce() {
        var form = form("日期不对");

        reporting.receive(form, 11L, false);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> reporting.receive(form, 11L, false));
        assertThat(reporting.isReceived(form)).isTrue();
        assertThat(reporting.isReceived(form("日期不对"))).isFalse();
        assertThat(reporting.open()).isOne();
    }

    @Test
    void twoPressesAtTheSameMomentMakeOneReport() throws Exception {
        var form = form("日期不对");

        var made =
                atTheSameMoment(() -> reporting.receive(form, null, false), () -> reporting.receive(form, null, false));

        assertThat(made).isOne();
        assertThat(reporting.open()).isOne();
    }

    @Test
    void openOnesStandFirstThenWhatMayBeAdvertisingTheNewestOfEachFirst() {
        for (var words : List.of("一", "http://a http://b http://c", "二", "三")) {
            receive(words);
        }
        reporting.answer(named("一"), 0, Outcome.SPAM, "", false, me);

        assertThat(words(EnumSet.allOf(Standing.class))).containsExactly("三", "二", "http://a http://b http://c", "一");
        assertThat(words(EnumSet.of(Standing.OPEN))).containsExactly("三", "二");
        assertThat(words(EnumSet.of(Standing.SUSPECT))).containsExactly("http://a http://b http://c");
        assertThat(words(EnumSet.of(Standing.ANSWERED))).containsExactly("一");
        assertThat(reporting.counts())
                .containsEntry(Standing.OPEN, 2L)
                .containsEntry(Standing.SUSPECT, 1L)
                .containsEntry(Standing.ANSWERED, 1L);
    }

    @Test
    void theDeskHearsOfTheNewestOpenOnesWithoutAdvertising() {
        receive("一");
        receive("http://a http://b http://c");
        receive("二");

        assertThat(reporting.open()).isEqualTo(2);
        assertThat(reporting.suspects()).isOne();
        assertThat(reporting.newest(1))
                .containsExactly(new OpenReport(named("二"), "二", 11L, Instant.parse("2024-09-03T02:00:03Z")));
        assertThat(reporting.newest(5)).extracting(OpenReport::excerpt).containsExactly("二", "一");
    }

    @Test
    void whatNobodyAnswersIsBoundedHoweverLongAgoItWasSent() {
        receive("一");
        inTransaction.executeWithoutResult(transaction -> {
            for (int i = 2; i < ReportHandling.MOST_WAITING; i++) {
                sql("insert into report (form_key, words, sent, standing) values ('" + i
                        + "', 'x', timestamp with time zone '2024-01-01 00:00:00+00', 'OPEN')");
            }
        });
        assertThat(reporting.isFull()).isFalse();
        receive("最后一件");
        assertThat(reporting.isFull()).isTrue();

        reporting.answer(named("一"), 0, Outcome.SPAM, "", false, me);
        assertThat(reporting.isFull()).isFalse();
    }

    @Test
    void aPageThatIsNotThereIsRefused() {
        for (int i = 0; i < 26; i++) {
            receive("第" + i);
        }
        var open = EnumSet.of(Standing.OPEN);

        assertThat(reporting.list(open, 1)).hasSize(25);
        assertThat(reporting.list(open, 2)).hasSize(1);
        assertThat(reporting.list(EnumSet.of(Standing.ANSWERED), 1)).isEmpty();
        assertThatExceptionOfType(NotPublicException.class).isThrownBy(() -> reporting.list(open, 3));
        assertThatExceptionOfType(NotPublicException.class).isThrownBy(() -> reporting.list(open, 0));
        assertThatExceptionOfType(NotPublicException.class).isThrownBy(() -> reporting.report(999_999));
    }

    @Test
    void anAnswerStandsInTheJournalAndForgetsTheContactOnlyIfAsked() {
        receive("一");
        long id = named("一");

        reporting.answer(id, 0, Outcome.NO_CHANGE, "和原文一致，电话里说过了", false, me);
        assertThat(reporting.report(id).contact()).isEqualTo("13812345678");
        reporting.reopen(id, 1);
        reporting.answer(id, 2, Outcome.SPAM, "", true, me);

        assertThat(reporting.report(id).contact()).isNull();
        assertThat(reporting.report(id).answeredBy()).isEqualTo(me.id());
        assertThat(journal())
                .containsExactly(
                        "report.answered report " + id + " NO_CHANGE",
                        "report.reopened report " + id + " ",
                        "report.answered report " + id + " SPAM, contact forgotten");
    }

    @Test
    void theContactIsForgottenThirtyDaysAfterTheAnswerAndNotWhileOneIsAwaited() {
        var kept = List.of("待处理", "重新打开", "刚处理");
        for (var words : List.of("一", "二", "待处理", "重新打开", "刚处理")) {
            receive(words);
        }
        for (var words : List.of("一", "二", "重新打开")) {
            reporting.answer(named(words), 0, Outcome.SPAM, "", false, me);
        }
        reporting.reopen(named("重新打开"), 1);
        var answered = now.get();
        now.set(answered.plusSeconds(1));
        reporting.answer(named("刚处理"), 0, Outcome.SPAM, "", false, me);
        inTransaction.executeWithoutResult(transaction -> sql("delete from journal"));

        now.set(answered.plus(ReportHandling.CONTACT_KEPT).minusSeconds(1));
        reporting.forgetOldContacts();
        assertThat(journal()).isEmpty();

        now.set(answered.plus(ReportHandling.CONTACT_KEPT));
        reporting.forgetOldContacts();
        reporting.forgetOldContacts();
        assertThat(journal()).containsExactly("report.contacts-expired - 2");
        assertThat(reporting.report(named("一")).contact()).isNull();
        assertThat(reporting.report(named("一")).version()).isEqualTo(2);
        for (var words : kept) {
            assertThat(reporting.report(named(words)).contact()).as(words).isNotNull();
        }
    }

    @Test
    void theContactOfAReportThatIsNeverAnsweredIsForgottenAfterAYear() {
        receive("没有人理");
        receive("重新打开");
        reporting.answer(named("重新打开"), 0, Outcome.SPAM, "", false, me);
        reporting.reopen(named("重新打开"), 1);
        var sent = now.get();
        receive("晚一秒");
        inTransaction.executeWithoutResult(transaction -> sql("delete from journal"));

        now.set(sent.minusSeconds(1)
                .plus(ReportHandling.CONTACT_KEPT_UNANSWERED)
                .minusMillis(1));
        reporting.forgetOldContacts();
        assertThat(journal()).isEmpty();

        now.set(sent.plus(ReportHandling.CONTACT_KEPT_UNANSWERED));
        reporting.forgetOldContacts();
        reporting.forgetOldContacts();
        assertThat(journal()).containsExactly("report.contacts-expired - 2");
        assertThat(reporting.report(named("没有人理")).contact()).isNull();
        assertThat(reporting.report(named("重新打开")).contact()).isNull();
        assertThat(reporting.report(named("晚一秒")).contact()).isNotNull();
        assertThat(reporting.report(named("没有人理")).words()).isEqualTo("没有人理");
    }

    @Test
    void twoInstancesThatForgetAtTheSameMomentNoteItOnce() throws Exception {
        receive("一");
        reporting.answer(named("一"), 0, Outcome.SPAM, "", false, me);
        now.set(now.get().plus(ReportHandling.CONTACT_KEPT));

        atTheSameMoment(reporting::forgetOldContacts, reporting::forgetOldContacts);

        assertThat(journal()).hasSize(2).last().isEqualTo("report.contacts-expired - 1");
    }

    @Test
    void aDecisionOnWhatSomebodyElseChangedSinceIsRefused() {
        receive("一");
        long id = named("一");
        reporting.answer(id, 0, Outcome.SPAM, "", false, me);

        for (var seen : List.of(0L, 2L, -1L)) {
            assertThatExceptionOfType(ConcurrencyFailureException.class)
                    .isThrownBy(() -> reporting.answer(id, seen, Outcome.CORRECTED, "", true, me));
            assertThatExceptionOfType(ConcurrencyFailureException.class).isThrownBy(() -> reporting.reopen(id, seen));
        }
        assertThat(reporting.report(id).outcome()).isEqualTo(Outcome.SPAM);
        assertThat(reporting.report(id).contact()).isNotNull();
        assertThat(journal()).hasSize(1);
    }

    @Test
    void oneOfTwoWhoAnswerAtTheSameMomentIsRefused() throws Exception {
        receive("一");
        long id = named("一");

        var made = atTheSameMoment(
                () -> reporting.answer(id, 0, Outcome.SPAM, "", false, me),
                () -> reporting.answer(id, 0, Outcome.NO_CHANGE, "没有错", false, me));

        assertThat(made).isOne();
        assertThat(journal()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words = ''",
                "standing = 'LOST'",
                "standing = 'ANSWERED'",
                "outcome = 'SPAM'",
                "standing = 'ANSWERED', outcome = 'NO_CHANGE', note = '', answered = sent, answered_by = ACCOUNT",
                "standing = 'ANSWERED', outcome = 'SPAM', answered = sent",
                "entry_id = 999999"
            })
    void whatMustNotBeTheDatabaseRefuses(String change) {
        receive("一");
        var set = change.replace("ACCOUNT", String.valueOf(me.id()));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> inTransaction.executeWithoutResult(transaction -> sql("update report set " + set)))
                .isInstanceOf(ConstraintViolationException.class);
    }

    private static ReportForm form(String words) {
        var form = ReportForm.about("");
        form.text = words;
        form.contact = "13812345678";
        return form;
    }

    private void receive(String words) {
        now.updateAndGet(before -> before.plusSeconds(1));
        reporting.receive(form(words), 11L, words.startsWith("http"));
    }

    private long named(String words) {
        return database.createQuery("select r.id from Report r where r.words = :words", Long.class)
                .setParameter("words", words)
                .getSingleResult();
    }

    private List<String> words(EnumSet<Standing> standings) {
        return reporting.list(standings, 1).map(Report::words).getContent();
    }

    private List<String> journal() {
        return database.createQuery(
                        "select concat(j.verb, ' ', j.thing, ' ', coalesce(j.note, '')) from JournalLine j order by j.id",
                        String.class)
                .getResultList();
    }

    private void sql(String change) {
        database.createNativeQuery(change).executeUpdate();
    }

    /** How many of the two succeeded. */
    private static int atTheSameMoment(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            int made = 0;
            for (Future<Boolean> ended : both.invokeAll(List.of(task(start, one), task(start, other)))) {
                made += ended.get() ? 1 : 0;
            }
            return made;
        } finally {
            both.shutdown();
        }
    }

    private static Callable<Boolean> task(CyclicBarrier start, Runnable work) {
        return () -> {
            start.await();
            try {
                work.run();
                return true;
            } catch (DataIntegrityViolationException | ConcurrencyFailureException refused) {
                return false;
            }
        };
    }

    /** Shows the time that a test says. */
    @TestConfiguration
    static class Watch {

        @Bean
        AtomicReference<Instant> now() {
            return new AtomicReference<>(Instant.EPOCH);
        }

        @Bean
        @Primary
        Clock watchOfTheTest(AtomicReference<Instant> now) {
            InstantSource watch = now::get;
            return watch.withZone(ZoneOffset.UTC);
        }
    }
}
