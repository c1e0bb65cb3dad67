package cn.jinshan.chronicle.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.changes.PublicChange.Kind;
import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.staff.AccountsOnADatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of the log of public changes on every database. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({PublicChanges.class, KnownChanges.class, ChangeRetention.class, AccountsOnADatabase.Watch.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class ChangesOnADatabase {

    private static final Instant NOON = Instant.parse("2024-09-03T04:00:00Z");

    @Autowired
    PublicChanges changes;

    @Autowired
    KnownChanges known;

    @Autowired
    ChangeRetention retention;

    @Autowired
    JdbcTemplate database;

    @Autowired
    EntityManager record;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    AccountsOnADatabase.Watch watch;

    @BeforeEach
    void anEmptyLog() {
        inTransaction.executeWithoutResult(transaction -> {
            database.update("delete from chronicle where chronicle_year between 1990 and 1999");
            database.update("delete from public_change");
            database.update("update change_log set number = 0");
        });
        watch.now = NOON;
    }

    @Test
    void aNewLogHasAnIdentityAndHoldsNothing() {
        var position = changes.position();

        assertThat(position.log()).matches("\\d+-\\d+").hasSizeGreaterThan(20);
        assertThat(position.number()).isZero();
        assertThat(changes.since(0)).hasValue(List.of());
    }

    @Test
    void eachThingOfATransactionIsNotedOnceWhenThatCommits() {
        inTransaction.executeWithoutResult(transaction -> {
            changes.note(Kind.ENTRY, 7);
            changes.note(Kind.SUBJECT, 7);
            changes.note(Kind.ENTRY, 8);
            changes.note(Kind.ENTRY, 7);
            assertThat(changes.position().number()).isZero();
        });
        note(Kind.ENTRY, 7);

        assertThat(changes.position().number()).isEqualTo(4);
        assertThat(changes.since(0).orElseThrow())
                .containsExactly(
                        new PublicChange(1, Kind.ENTRY, 7),
                        new PublicChange(2, Kind.SUBJECT, 7),
                        new PublicChange(3, Kind.ENTRY, 8),
                        new PublicChange(4, Kind.ENTRY, 7));
        assertThat(changes.since(3).orElseThrow()).containsExactly(new PublicChange(4, Kind.ENTRY, 7));
        assertThat(changes.since(4)).hasValue(List.of());
    }

    @Test
    void everyKindHasAPlaceInTheLog() {
        for (var kind : Kind.values()) {
            note(kind, 1);
        }

        assertThat(changes.since(0).orElseThrow())
                .extracting(PublicChange::kind)
                .containsExactly(Kind.values());
    }

    @Test
    void whatIsRolledBackLeavesNothingNotEvenAGap() {
        note(Kind.ENTRY, 1);
        inTransaction.executeWithoutResult(transaction -> {
            changes.note(Kind.ENTRY, 2);
            transaction.setRollbackOnly();
        });
        assertThatThrownBy(() -> inTransaction.executeWithoutResult(transaction -> {
                    changes.note(Kind.ENTRY, 3);
                    lastBeforeTheCommit(() -> {
                        throw new IllegalStateException("No commit");
                    });
                }))
                .hasMessage("No commit");
        note(Kind.ENTRY, 4);

        assertThat(changes.since(0).orElseThrow())
                .containsExactly(new PublicChange(1, Kind.ENTRY, 1), new PublicChange(2, Kind.ENTRY, 4));
    }

    @Test
    void aTransactionWithinAnotherNotesItsOwn() {
        var within = new TransactionTemplate(inTransaction.getTransactionManager());
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        inTransaction.executeWithoutResult(outer -> {
            changes.note(Kind.ENTRY, 1);
            within.executeWithoutResult(inner -> changes.note(Kind.ENTRY, 2));
            assertThat(changes.since(0).orElseThrow()).containsExactly(new PublicChange(1, Kind.ENTRY, 2));
            outer.setRollbackOnly();
        });

        assertThat(changes.since(0).orElseThrow()).containsExactly(new PublicChange(1, Kind.ENTRY, 2));
    }

    @Test
    void nothingIsNotedOutsideOfATransaction() {
        assertThatThrownBy(() -> changes.note(Kind.ENTRY, 1)).isInstanceOf(IllegalStateException.class);
        var perhaps = new TransactionTemplate(inTransaction.getTransactionManager());
        perhaps.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        assertThatThrownBy(() -> perhaps.executeWithoutResult(none -> changes.note(Kind.ENTRY, 1)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(changes.position().number()).isZero();
    }

    @Test
    void numbersFollowTheCommitsAlsoOfTransactionsThatOverlap() throws Exception {
        var numbered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        // It noted later, and is the first to be numbered: it holds the log until its commit
        var first = CompletableFuture.runAsync(() -> inTransaction.executeWithoutResult(transaction -> {
            changes.note(Kind.ENTRY, 1);
            lastBeforeTheCommit(() -> {
                numbered.countDown();
                await(go);
            });
        }));
        await(numbered);
        var second = CompletableFuture.runAsync(() -> note(Kind.ENTRY, 2));

        assertThat(changes.position().number()).isZero();
        assertThat(changes.since(0)).hasValue(List.of());
        assertThat(waits(second)).isTrue();

        go.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(changes.since(0).orElseThrow())
                .containsExactly(new PublicChange(1, Kind.ENTRY, 1), new PublicChange(2, Kind.ENTRY, 2));
    }

    @Test
    void whoHasOnlyNotedHoldsUpNobody() {
        inTransaction.executeWithoutResult(transaction -> {
            changes.note(Kind.ENTRY, 1);
            CompletableFuture.runAsync(() -> note(Kind.ENTRY, 2)).join();
        });

        assertThat(changes.since(0).orElseThrow())
                .containsExactly(new PublicChange(1, Kind.ENTRY, 2), new PublicChange(2, Kind.ENTRY, 1));
    }

    @Test
    void whoWaitsForARowOfTheRecordDoesNotHoldTheLog() throws Exception {
        long id = inTransaction.execute(transaction -> {
            var chronicle = new Chronicle(1990, "一九九〇", "", null);
            record.persist(chronicle);
            return chronicle.id();
        });
        var locked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> inTransaction.executeWithoutResult(transaction -> {
            database.update("update chronicle set title = '一九九〇年' where id = ?", id);
            locked.countDown();
            await(go);
            changes.note(Kind.ENTRY, 1);
        }));
        await(locked);
        var second = CompletableFuture.runAsync(() -> inTransaction.executeWithoutResult(transaction -> {
            record.find(Chronicle.class, id).describe("九〇年", "", null);
            changes.note(Kind.CHRONICLE, 1990);
        }));
        assertThat(waits(second)).isTrue();

        go.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(changes.since(0).orElseThrow())
                .containsExactly(new PublicChange(1, Kind.ENTRY, 1), new PublicChange(2, Kind.CHRONICLE, 1990));
    }

    @Test
    void whatTheDatabaseRefusesIsThrownAsByAnyCommit() {
        inTransaction.executeWithoutResult(transaction -> record.persist(new Chronicle(1991, "一九九一", "", null)));
        long id = inTransaction.execute(transaction -> {
            var chronicle = new Chronicle(1992, "一九九二", "", null);
            record.persist(chronicle);
            return chronicle.id();
        });

        assertThatThrownBy(() -> inTransaction.executeWithoutResult(transaction -> {
                    ReflectionTestUtils.setField(record.find(Chronicle.class, id), "year", 1991);
                    changes.note(Kind.CHRONICLE, 1991);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(changes.position().number()).isZero();
    }

    @Test
    void afterAWeekTheLogSaysThatItNoLongerHoldsAll() {
        note(Kind.ENTRY, 1);
        watch.now = NOON.plusSeconds(1);
        note(Kind.ENTRY, 2);

        watch.now = Instant.parse("2024-09-10T04:00:00Z");
        retention.shorten();
        assertThat(changes.since(0).orElseThrow()).hasSize(2);

        watch.now = Instant.parse("2024-09-10T04:00:01Z");
        retention.shorten();
        assertThat(changes.since(0)).isEmpty();
        assertThat(changes.since(1).orElseThrow()).containsExactly(new PublicChange(2, Kind.ENTRY, 2));

        watch.now = Instant.parse("2024-09-10T04:00:02Z");
        retention.shorten();
        assertThat(changes.since(1)).isEmpty();
        assertThat(changes.since(2)).hasValue(List.of());
        assertThat(changes.position().number()).isEqualTo(2);
    }

    @Test
    void aNumberThatTheLogNeverHadIsNotFollowed() {
        note(Kind.ENTRY, 1);

        assertThat(changes.since(2)).isEmpty();
        assertThat(changes.since(-1)).isEmpty();
    }

    @Test
    void aChangeIsKnownBeforeItIsAcknowledgedAndNothingIsUntilThen() {
        long before = version();
        assertThat(version()).isEqualTo(before);
        inTransaction.executeWithoutResult(transaction -> changes.note(Kind.ENTRY, 1));
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void whatMayHaveBeenCommittedCountsAsAChange() {
        long before = version();
        assertThatThrownBy(() -> inTransaction.executeWithoutResult(transaction -> {
                    changes.note(Kind.ENTRY, 1);
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            throw new IllegalStateException("Nobody hears of it");
                        }
                    });
                }))
                .hasMessage("Nobody hears of it");
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void anotherLogIsKnownAsSoonAsItIsRead() {
        changes.position();
        long before = version();
        inTransaction.executeWithoutResult(transaction -> database.update("update change_log set log = 'another'"));
        changes.position();
        assertThat(version()).isGreaterThan(before);
    }

    long version() {
        return known.version().orElseThrow();
    }

    private void note(Kind kind, long thing) {
        inTransaction.executeWithoutResult(transaction -> changes.note(kind, thing));
    }

    /** Runs last of all before the commit. */
    private static void lastBeforeTheCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    private static boolean waits(CompletableFuture<Void> other) throws InterruptedException, ExecutionException {
        try {
            other.get(200, TimeUnit.MILLISECONDS);
            return false;
        } catch (java.util.concurrent.TimeoutException e) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
