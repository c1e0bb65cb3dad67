package cn.jinshan.chronicle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.AccountsOnADatabase;
import cn.jinshan.chronicle.staff.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.ScrollPosition.Direction;
import org.springframework.data.domain.Window;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of the journal on every database. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({Journal.class, JournalRetention.class, AccountsOnADatabase.Watch.class})
@EnableConfigurationProperties(JournalProperties.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class JournalOnADatabase {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Journal journal;

    @Autowired
    JournalLines lines;

    @Autowired
    JournalRetention retention;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    AccountsOnADatabase.Watch watch;

    @BeforeEach
    void anEmptyJournal() {
        inTransaction.executeWithoutResult(transaction -> List.of("JournalLine", "Account")
                .forEach(all -> database.createQuery("delete from " + all).executeUpdate()));
        watch.now = Instant.parse("2024-09-03T02:00:00Z");
    }

    @Test
    void eachFilterChoosesItsLinesAndTogetherTheyChooseWhatAllWouldHave() {
        long wangli = account("wangli");
        long zhouzheng = account("zhouzheng");
        note("2024-05-01T09:00", wangli, "entry.saved", "entry 7");
        note("2024-05-02T09:00", wangli, "entry.published", "entry 7");
        note("2024-05-03T09:00", zhouzheng, "entry.published", "entry 77");
        note("2024-05-04T09:00", zhouzheng, "account.signed-in", "account 2");
        note("2024-05-05T09:00", null, "account.refused", "-");

        assertThat(days(all())).containsExactly(5, 4, 3, 2, 1);
        assertThat(days(new JournalFilter(wangli, null, null, null, null))).containsExactly(2, 1);
        assertThat(days(new JournalFilter(null, "entry.published", null, null, null)))
                .containsExactly(3, 2);
        assertThat(days(new JournalFilter(null, "account", null, null, null))).containsExactly(5, 4);
        assertThat(days(new JournalFilter(null, "acc", null, null, null))).isEmpty();
        assertThat(days(new JournalFilter(null, null, List.of("entry 7"), null, null)))
                .containsExactly(2, 1);
        assertThat(days(new JournalFilter(null, null, null, start("2024-05-02"), start("2024-05-04"))))
                .containsExactly(3, 2);
        assertThat(days(new JournalFilter(
                        wangli, "entry", List.of("entry 7"), start("2024-05-02"), start("2024-05-09"))))
                .containsExactly(2);
        assertThat(days(new JournalFilter(zhouzheng, "entry", List.of("entry 7"), null, null)))
                .isEmpty();
    }

    @Test
    void aDayIsChosenFromItsFirstMomentToTheFirstOfTheNext() {
        note("2024-05-01T23:59:59.999999", null, "entry.saved", "entry 1");
        note("2024-05-02T00:00", null, "entry.saved", "entry 2");
        note("2024-05-02T23:59:59.999999", null, "entry.saved", "entry 3");
        note("2024-05-03T00:00", null, "entry.saved", "entry 4");
        var chosen = new JournalFilter(null, null, null, moment("2024-05-02T00:00"), moment("2024-05-03T00:00"));

        assertThat(lines.read(chosen, ScrollPosition.keyset(), 9).map(JournalLine::thing))
                .containsExactly("entry 3", "entry 2");
    }

    @Test
    void pagesFollowEachOtherInBothDirectionsAlsoThroughLinesOfOneMoment() {
        IntStream.rangeClosed(1, 12)
                .forEach(i -> note("2024-05-01T09:00:0" + i / 5, null, "entry.saved", "entry " + i));

        var first = lines.read(all(), ScrollPosition.keyset(), 5);
        assertThat(things(first)).containsExactly(12, 11, 10, 9, 8);
        assertThat(first.hasNext()).isTrue();
        note("2024-05-02T09:00", null, "entry.saved", "entry 13");

        var second = lines.read(all(), place(first.getContent().get(4), Direction.FORWARD), 5);
        assertThat(things(second)).containsExactly(7, 6, 5, 4, 3);
        var third = lines.read(all(), place(second.getContent().get(4), Direction.FORWARD), 5);
        assertThat(things(third)).containsExactly(2, 1);
        assertThat(third.hasNext()).isFalse();

        var back = lines.read(all(), place(third.getContent().get(0), Direction.BACKWARD), 5);
        assertThat(things(back)).containsExactly(7, 6, 5, 4, 3);
        assertThat(back.hasNext()).isTrue();
        var newest = lines.read(all(), place(second.getContent().get(0), Direction.BACKWARD), 6);
        assertThat(things(newest)).containsExactly(13, 12, 11, 10, 9, 8);
        assertThat(newest.hasNext()).isFalse();
    }

    @Test
    void theDeskReadsWhatWasDoneToEntriesAndNothingElse() {
        long wangli = account("wangli");
        note("2024-05-01T09:00", wangli, "entry.saved", "entry 7");
        note("2024-05-02T09:00", wangli, "account.signed-in", "account 1");
        note("2024-05-03T09:00", wangli, "personal-information.confirmed", "entry 7");
        note("2024-05-04T09:00", wangli, "entry.published", "entry 7");
        note("2024-05-05T09:00", null, "account.refused", "-");

        assertThat(journal.recent(9))
                .containsExactly(
                        new Journal.Done(moment("2024-05-04T09:00"), wangli, "entry.published", "entry 7"),
                        new Journal.Done(moment("2024-05-01T09:00"), wangli, "entry.saved", "entry 7"));
        assertThat(journal.recent(1)).extracting(Journal.Done::verb).containsExactly("entry.published");
    }

    @Test
    void aLineIsWrittenWithTheChangeOrNotAtAllAndNeverChangedAfterwards() {
        assertThatThrownBy(() -> journal.write("entry.saved", "entry 7", null))
                .isInstanceOf(IllegalTransactionStateException.class);
        inTransaction.executeWithoutResult(transaction -> {
            journal.write("entry.saved", "entry 7", null);
            transaction.setRollbackOnly();
        });
        assertThat(things(lines.read(all(), ScrollPosition.keyset(), 9))).isEmpty();

        note("2024-05-01T09:00", null, "entry.saved", "entry 7");
        inTransaction.executeWithoutResult(transaction -> {
            var line =
                    database.createQuery("from JournalLine", JournalLine.class).getSingleResult();
            ReflectionTestUtils.setField(line, "thing", "entry 8");
            lines.save(line);
        });
        assertThat(things(lines.read(all(), ScrollPosition.keyset(), 9))).containsExactly(7);
    }

    @Test
    void whatIsOlderThanTheOperatorKeepsIsDeletedByTheDayAndThatIsNoted() {
        note("2020-02-29T12:00", null, "entry.saved", "entry 1");
        note("2022-09-02T23:59:59.999999", null, "entry.saved", "entry 2");
        note("2022-09-03T00:00", null, "entry.saved", "entry 3");
        note("2024-09-02T12:00", null, "entry.saved", "entry 4");

        watch.now = moment("2024-09-03T00:00");
        retention.shorten();
        retention.shorten();

        assertThat(lines.read(all(), ScrollPosition.keyset(), 9).map(line -> line.verb() + " " + line.note()))
                .containsExactly("journal.shortened 2", "entry.saved null", "entry.saved null");

        watch.now = moment("2024-09-03T23:59:59");
        retention.shorten();
        assertThat(lines.read(all(), ScrollPosition.keyset(), 9)).hasSize(3);
        watch.now = moment("2024-09-04T00:00");
        retention.shorten();
        assertThat(lines.read(all(), ScrollPosition.keyset(), 9).map(JournalLine::verb))
                .containsExactly("journal.shortened", "journal.shortened", "entry.saved");
    }

    @Test
    void twoInstancesThatDeleteAtTheSameMomentNoteItOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            anEmptyJournal();
            note("2020-02-29T12:00", null, "entry.saved", "entry 1");

            var failures = AccountsOnADatabase.atTheSameMoment(retention::shorten, retention::shorten);

            assertThat(failures).isEmpty();
            assertThat(lines.read(all(), ScrollPosition.keyset(), 9).map(JournalLine::verb))
                    .containsExactly("journal.shortened");
        }
    }

    private long account(String name) {
        return accounts.save(new Account(name, name, Role.EDITOR)).id();
    }

    private void note(String when, @Nullable Long account, String verb, String thing) {
        lines.save(new JournalLine(moment(when), account, verb, thing, null, null));
    }

    private static Instant moment(String there) {
        return LocalDateTime.parse(there).atZone(SHANGHAI).toInstant();
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
    }

    private static JournalFilter all() {
        return new JournalFilter(null, null, null, null, null);
    }

    private static KeysetScrollPosition place(JournalLine line, Direction direction) {
        return JournalLines.at(line, direction);
    }

    private List<Integer> days(JournalFilter filter) {
        var days = new ArrayList<Integer>();
        lines.read(filter, ScrollPosition.keyset(), 9)
                .forEach(line -> days.add(line.happened().atZone(SHANGHAI).getDayOfMonth()));
        return days;
    }

    private static List<Integer> things(Window<JournalLine> window) {
        return window.stream()
                .map(line -> Integer.valueOf(line.thing().replace("entry ", "")))
                .toList();
    }
}
