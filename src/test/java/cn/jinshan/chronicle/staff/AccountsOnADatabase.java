package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jinshan.chronicle.journal.Journal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests of accounts on every database, also when two people act at the same moment. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({StaffAccounts.class, OwnPasswords.class, Setup.class, Journal.class, AccountsOnADatabase.Watch.class})
@RecordApplicationEvents
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public abstract class AccountsOnADatabase {

    @Autowired
    Accounts accounts;

    @Autowired
    StaffAccounts staffAccounts;

    @Autowired
    OwnPasswords invitations;

    @Autowired
    Setup setup;

    @Autowired
    OwnPasswords ownPassword;

    @Autowired
    EntityManager database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Watch watch;

    @BeforeEach
    void nobodyYet() {
        inTransaction.executeWithoutResult(transaction -> List.of("JournalLine", "OneTimeLink", "Account")
                .forEach(all -> database.createQuery("delete from " + all).executeUpdate()));
        watch.now = Instant.parse("2024-09-03T02:00:00Z");
    }

    @Test
    void theAddressForSettingUpMakesOneAdministratorOnce() {
        var token = setup.open();

        setup.use(token, " WangLi ", "王莉", "hash");

        assertThat(staffAccounts.everybody())
                .singleElement()
                .satisfies(first -> assertThat(first.name()).isEqualTo("wangli"))
                .satisfies(first -> assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR))
                .satisfies(first -> assertThat(first.standing()).isEqualTo(Member.Standing.ACTIVE));
        assertThat(setup.isOpen(token)).isFalse();
        assertOver(() -> setup.use(token, "zhouzheng", "周正", "hash"));
        assertThat(verbs()).containsExactly("account.set-up");
    }

    @Test
    void theAddressForSettingUpLastsADayAndUntilTheNextOne() {
        var first = setup.open();
        var second = setup.open();
        assertThat(setup.isOpen(first)).isFalse();
        assertOver(() -> setup.use(first, "wangli", "王莉", "hash"));

        watch.now = watch.now.plus(Duration.ofHours(24));
        assertThat(setup.isOpen(second)).isFalse();
        assertOver(() -> setup.use(second, "wangli", "王莉", "hash"));
        assertThat(accounts.count()).isZero();
    }

    @Test
    void whereThereIsAnAccountNothingIsSetUp() {
        var token = setup.open();
        administrator("wangli");

        assertOver(() -> setup.use(token, "zhouzheng", "周正", "hash"));
    }

    @Test
    void anInvitationIsNoAddressForSettingUpAndTheOtherWayRound() {
        var invitation = staffAccounts.invite("wangli", "王莉", Role.EDITOR);
        assertThat(setup.isOpen(invitation)).isFalse();
        assertThat(invitations.invited(setup.open())).isEmpty();
    }

    @Test
    void twoWhoSetUpAtTheSameMomentMakeOneAccount() throws Exception {
        for (int round = 0; round < 10; round++) {
            nobodyYet();
            var token = setup.open();

            var failures = atTheSameMoment(
                    () -> setup.use(token, "wangli", "王莉", "hash"), () -> setup.use(token, "zhouzheng", "周正", "hash"));

            assertThat(accounts.count()).isOne();
            assertThat(failures).singleElement().isInstanceOf(LinkOverException.class);
        }
    }

    @Test
    void theTokenItselfIsNowhereInTheDatabase() {
        var token = setup.open();

        assertThat(token.value()).hasSize(43);
        assertThat(database.createQuery("select l.tokenHash from OneTimeLink l", String.class)
                        .getResultList())
                .containsExactly(token.hash())
                .doesNotContain(token.value());
    }

    @Test
    void whoIsInvitedChoosesAPasswordOnceWithinAWeek() {
        var token = staffAccounts.invite("wangli", "王莉", Role.EDITOR);
        assertThat(invitations.invited(token)).isPresent();
        assertThat(member("wangli").standing()).isEqualTo(Member.Standing.INVITED);

        invitations.accept(token, "hash");

        assertThat(member("wangli").standing()).isEqualTo(Member.Standing.ACTIVE);
        assertThat(invitations.invited(token)).isEmpty();
        assertOver(() -> invitations.accept(token, "another"));
        assertThat(verbs()).containsExactly("account.invited", "account.password-chosen");

        var late = staffAccounts.invite("zhouzheng", "周正", Role.EDITOR);
        watch.now = watch.now.plus(Duration.ofDays(7));
        assertThat(invitations.invited(late)).isEmpty();
        assertOver(() -> invitations.accept(late, "hash"));
    }

    @Test
    void twoWhoUseOneInvitationChooseOnePassword() throws Exception {
        for (int round = 0; round < 10; round++) {
            nobodyYet();
            var token = staffAccounts.invite("wangli", "王莉", Role.EDITOR);

            var failures =
                    atTheSameMoment(() -> invitations.accept(token, "mine"), () -> invitations.accept(token, "yours"));

            assertThat(failures).singleElement().isInstanceOf(LinkOverException.class);
        }
    }

    @Test
    void aNameIsGivenOnceHoweverItIsTyped() {
        staffAccounts.invite("wangli", "王莉", Role.EDITOR);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> staffAccounts.invite(" ＷangLi", "王丽", Role.EDITOR));
    }

    @Test
    void theLastAdministratorStays() {
        administrator("wangli");
        staffAccounts.invite("zhouzheng", "周正", Role.ADMINISTRATOR);
        var last = member("wangli");

        assertLast(() -> staffAccounts.change(last.id(), version(last), "王莉", Role.REVIEWER));
        assertLast(() -> staffAccounts.disable(last.id(), version(last)));
        assertLast(() -> staffAccounts.reset(last.id(), version(last)));

        assertThat(member("wangli")).isEqualTo(last);
        assertThat(verbs()).containsExactly("account.invited");
        assertThat(events.stream(SignInsVoid.class)).isEmpty();

        staffAccounts.change(last.id(), version(last), "王丽", Role.ADMINISTRATOR);
        assertThat(member("wangli").fullName()).isEqualTo("王丽");
    }

    @Test
    void twoAdministratorsWhoDemoteEachOtherAtTheSameMomentLeaveOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            nobodyYet();
            administrator("wangli");
            administrator("zhouzheng");
            var one = member("wangli");
            var other = member("zhouzheng");
            int way = round % 3;

            var failures = atTheSameMoment(() -> removeAs(way, one), () -> removeAs((way + 1) % 3, other));

            assertThat(staffAccounts.everybody())
                    .filteredOn(member ->
                            member.role() == Role.ADMINISTRATOR && member.standing() == Member.Standing.ACTIVE)
                    .hasSize(1);
            assertThat(failures).singleElement().isInstanceOf(LastAdministratorException.class);
        }
    }

    private void removeAs(int way, Member member) {
        switch (way) {
            case 0 -> staffAccounts.change(member.id(), version(member), member.fullName(), Role.EDITOR);
            case 1 -> staffAccounts.disable(member.id(), version(member));
            default -> staffAccounts.reset(member.id(), version(member));
        }
    }

    @Test
    void aDecisionOnWhatSomebodyElseChangedSinceIsRefused() {
        administrator("wangli");
        staffAccounts.invite("zhouzheng", "周正", Role.EDITOR);
        var seen = member("zhouzheng");
        staffAccounts.change(seen.id(), version(seen), "周正", Role.REVIEWER);

        assertStale(() -> staffAccounts.change(seen.id(), version(seen), "周政", Role.EDITOR));
        assertStale(() -> staffAccounts.disable(seen.id(), version(seen)));
        assertStale(() -> staffAccounts.enable(seen.id(), version(seen)));
        assertStale(() -> staffAccounts.reset(seen.id(), version(seen)));
        assertStale(() -> staffAccounts.disable(seen.id(), -1));

        assertThat(member("zhouzheng").role()).isEqualTo(Role.REVIEWER);
        assertThat(member("zhouzheng").fullName()).isEqualTo("周正");
    }

    @Test
    void twoWhoChangeOneAccountAtTheSameMomentAreNotMixed() throws Exception {
        administrator("wangli");
        staffAccounts.invite("zhouzheng", "周正", Role.EDITOR);
        var seen = member("zhouzheng");

        var failures = atTheSameMoment(
                () -> staffAccounts.change(seen.id(), version(seen), "周政", Role.EDITOR),
                () -> staffAccounts.change(seen.id(), version(seen), "周正", Role.REVIEWER));

        assertThat(failures).singleElement().isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void whoIsDisabledIsOutUntilEnabledAgain() {
        administrator("wangli");
        administrator("zhouzheng");

        staffAccounts.disable(member("zhouzheng").id(), version(member("zhouzheng")));
        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.DISABLED);
        assertThat(events.stream(SignInsVoid.class)).containsExactly(new SignInsVoid("zhouzheng", null));
        assertStale(() -> staffAccounts.reset(member("zhouzheng").id(), version(member("zhouzheng"))));

        staffAccounts.enable(member("zhouzheng").id(), version(member("zhouzheng")));
        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.ACTIVE);
        assertThat(verbs()).containsExactly("account.disabled", "account.enabled");
    }

    @Test
    void aLinkFromTheOperatorWorksForADayAndItsChoiceEndsTheSessions() {
        administrator("wangli");
        var late = linkByOperator("wangli");
        watch.now = watch.now.plus(Duration.ofHours(24));
        assertThat(invitations.invited(late)).isEmpty();

        var token = linkByOperator("wangli");
        assertThat(ownPassword.hash(member("wangli").id())).isEqualTo("hash");
        assertThat(events.stream(SignInsVoid.class)).isEmpty();

        invitations.accept(token, "another");
        assertThat(ownPassword.hash(member("wangli").id())).isEqualTo("another");
        assertThat(events.stream(SignInsVoid.class)).containsExactly(new SignInsVoid("wangli", null));
    }

    @Test
    void whoRemembersThePasswordAndChangesItVoidsTheLink() {
        administrator("wangli");
        var token = linkByOperator("wangli");

        ownPassword.change(member("wangli").id(), "hash", "another", "session");

        assertThat(invitations.invited(token)).isEmpty();
    }

    private Token linkByOperator(String name) {
        return inTransaction.execute(transaction ->
                invitations.linkByOperator(accounts.findByName(name).orElseThrow()));
    }

    @Test
    void disablingVoidsTheLinkThatWasHandedOver() {
        administrator("wangli");
        var token = staffAccounts.invite("zhouzheng", "周正", Role.EDITOR);

        staffAccounts.disable(member("zhouzheng").id(), version(member("zhouzheng")));
        staffAccounts.enable(member("zhouzheng").id(), version(member("zhouzheng")));

        assertThat(invitations.invited(token)).isEmpty();
    }

    @Test
    void aResetVoidsThePasswordTheSessionsAndTheLinkBefore() {
        administrator("wangli");
        administrator("zhouzheng");

        var first = staffAccounts.reset(member("zhouzheng").id(), version(member("zhouzheng")));
        var second = staffAccounts.reset(member("zhouzheng").id(), version(member("zhouzheng")));

        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.INVITED);
        assertThat(invitations.invited(first)).isEmpty();
        assertThat(invitations.invited(second)).isPresent();
        assertThat(events.stream(SignInsVoid.class)).contains(new SignInsVoid("zhouzheng", null));
    }

    @Test
    void anotherRoleEndsTheSessionsAndAnotherFullNameDoesNot() {
        administrator("wangli");
        administrator("zhouzheng");

        staffAccounts.change(member("zhouzheng").id(), version(member("zhouzheng")), "周政", Role.ADMINISTRATOR);
        assertThat(events.stream(SignInsVoid.class)).isEmpty();

        staffAccounts.change(member("zhouzheng").id(), version(member("zhouzheng")), "周政", Role.EDITOR);
        assertThat(events.stream(SignInsVoid.class)).containsExactly(new SignInsVoid("zhouzheng", null));
        assertThat(verbs()).containsExactly("account.renamed", "account.role-changed");
    }

    @Test
    void whoChangesTheirPasswordKeepsOneSession() {
        administrator("wangli");
        long id = member("wangli").id();

        ownPassword.change(id, "hash", "another", "session");

        assertThat(ownPassword.hash(id)).isEqualTo("another");
        assertThat(events.stream(SignInsVoid.class)).containsExactly(new SignInsVoid("wangli", "session"));
        assertStale(() -> ownPassword.change(id, "hash", "third", "session"));
    }

    void administrator(String name) {
        var account = new Account(name, name, Role.ADMINISTRATOR);
        account.choose("hash");
        accounts.save(account);
    }

    Member member(String name) {
        return Member.of(accounts.findByName(name).orElseThrow());
    }

    static long version(Member member) {
        return member.version();
    }

    List<String> verbs() {
        return database.createQuery("select j.verb from JournalLine j order by j.id", String.class)
                .getResultList();
    }

    static void assertOver(Runnable use) {
        assertThatExceptionOfType(LinkOverException.class).isThrownBy(use::run);
    }

    static void assertLast(Runnable change) {
        assertThatExceptionOfType(LastAdministratorException.class).isThrownBy(change::run);
    }

    static void assertStale(Runnable change) {
        assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class).isThrownBy(change::run);
    }

    /** What went wrong with either. */
    public static List<Exception> atTheSameMoment(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            var failures = new ArrayList<Exception>();
            for (var ended : both.invokeAll(List.of(task(start, one), task(start, other)))) {
                ended.get().ifPresent(failures::add);
            }
            return failures;
        } finally {
            both.shutdown();
        }
    }

    private static Callable<Optional<Exception>> task(CyclicBarrier start, Runnable work) {
        return () -> {
            start.await();
            try {
                work.run();
                return Optional.empty();
            } catch (RuntimeException e) {
                return Optional.of(e);
            }
        };
    }

    /** Shows the time that a test says. */
    @TestConfiguration
    public static class Watch {

        public volatile Instant now = Instant.EPOCH;

        @Bean
        @Primary
        Clock watchOfTheTest() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };
        }
    }
}
