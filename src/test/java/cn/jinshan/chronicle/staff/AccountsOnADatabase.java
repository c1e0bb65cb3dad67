package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for accounts on every database, also when two people act at the same moment. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({
    Staffing.class,
    Invitations.class,
    Setup.class,
    OwnPassword.class,
    LeftForms.class,
    FormRetention.class,
    JacksonAutoConfiguration.class,
    Journal.class,
    AccountsOnADatabase.Watch.class
})
@RecordApplicationEvents
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class AccountsOnADatabase {

    @Autowired
    Accounts accounts;

    @Autowired
    Staffing staffing;

    @Autowired
    Invitations invitations;

    @Autowired
    Setup setup;

    @Autowired
    OwnPassword ownPassword;

    @Autowired
    LeftForms leftForms;

    @Autowired
    SentForms sentForms;

    @Autowired
    FormRetention retention;

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
        inTransaction.executeWithoutResult(transaction -> List.of(
                        "JournalLine", "OneTimeLink", "SentForm", "LeftForm", "Account")
                .forEach(all -> database.createQuery("delete from " + all).executeUpdate()));
        watch.now = Instant.parse("2024-09-03T02:00:00Z");
    }

    @Test
    void theAddressForSettingUpMakesOneAdministratorOnce() {
        var token = setup.open();

        setup.use(token, " WangLi ", "王莉", "hash");

        assertThat(staffing.everybody())
                .singleElement()
                .satisfies(first -> assertThat(first.name()).isEqualTo("wangli"))
                .satisfies(first -> assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR))
                .satisfies(first -> assertThat(first.standing()).isEqualTo(Member.Standing.ACTIVE));
        assertThat(setup.isOpen(token)).isFalse();
        assertOver(() -> setup.use(token, "zhouzheng", "周正", "hash"));
        assertThat(verbs()).containsExactly("account.set-up");
    }

    @Test
    void fourMillionCharactersOfFormsThatWereLeftAreKeptAndTheOldestGiveWay() {
        staffing.invite("wangli", "王莉", Role.EDITOR);
        var me = accounts.findByName("wangli").orElseThrow().signedIn();
        for (int i = 1; i <= 6; i++) {
            watch.now = watch.now.plusSeconds(1);
            assertThat(leftForms.keep(
                            me.id(),
                            new FormKey(me.id(), UUID.randomUUID().toString()),
                            new Unsent("/admin/entries/" + i, Map.of("body", List.of("x".repeat(900_000))))))
                    .isTrue();
        }

        assertThat(leftForms.of(me.id()))
                .extracting(left -> left.address().replaceFirst("\\?.*", ""))
                .containsExactly("/admin/entries/6", "/admin/entries/5", "/admin/entries/4", "/admin/entries/3");
    }

    @Test
    void linksThatRanOutKeysOfAWeekAndWordsOfSixtyDaysAreForgotten() {
        staffing.invite("wangli", "王莉", Role.EDITOR);
        var me = accounts.findByName("wangli").orElseThrow().signedIn();
        var form = new FormKey(me.id(), UUID.randomUUID().toString());
        var then = watch.now;
        sentForms.save(new SentForm("press", new FormKey(me.id(), "key"), then));
        leftForms.keep(me.id(), form, new Unsent("/admin/entries/7", Map.of("title", List.of("体检"))));

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
        assertThat(leftForms.of(me.id()))
                .singleElement()
                .satisfies(left -> assertThat(left.excerpt()).isEqualTo("体检"));

        watch.now = then.plus(FormRetention.LEFT).plusMillis(1);
        retention.forget();
        assertThat(leftForms.of(me.id())).isEmpty();
    }

    @Test
    void twoPressesThatLeaveTheSameFormKeepItOnce() throws Exception {
        staffing.invite("wangli", "王莉", Role.EDITOR);
        var me = accounts.findByName("wangli").orElseThrow().id();
        for (int round = 1; round <= 10; round++) {
            var form = new FormKey(me, UUID.randomUUID().toString());
            Runnable leave =
                    () -> leftForms.keep(me, form, new Unsent("/admin/entries/7", Map.of("title", List.of("体检"))));

            assertThat(atTheSameMoment(leave, leave)).isEmpty();

            assertThat(leftForms.of(me)).hasSize(round);
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
        var invitation = staffing.invite("wangli", "王莉", Role.EDITOR);
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
        var token = staffing.invite("wangli", "王莉", Role.EDITOR);
        assertThat(invitations.invited(token)).isPresent();
        assertThat(member("wangli").standing()).isEqualTo(Member.Standing.INVITED);

        invitations.accept(token, "hash");

        assertThat(member("wangli").standing()).isEqualTo(Member.Standing.ACTIVE);
        assertThat(invitations.invited(token)).isEmpty();
        assertOver(() -> invitations.accept(token, "another"));
        assertThat(verbs()).containsExactly("account.invited", "account.password-chosen");

        var late = staffing.invite("zhouzheng", "周正", Role.EDITOR);
        watch.now = watch.now.plus(Duration.ofDays(7));
        assertThat(invitations.invited(late)).isEmpty();
        assertOver(() -> invitations.accept(late, "hash"));
    }

    @Test
    void twoWhoUseOneInvitationChooseOnePassword() throws Exception {
        for (int round = 0; round < 10; round++) {
            nobodyYet();
            var token = staffing.invite("wangli", "王莉", Role.EDITOR);

            var failures =
                    atTheSameMoment(() -> invitations.accept(token, "mine"), () -> invitations.accept(token, "yours"));

            assertThat(failures).singleElement().isInstanceOf(LinkOverException.class);
        }
    }

    @Test
    void aNameIsGivenOnceHoweverItIsTyped() {
        staffing.invite("wangli", "王莉", Role.EDITOR);

        assertThatExceptionOfType(NameTakenException.class)
                .isThrownBy(() -> staffing.invite(" ＷangLi", "王丽", Role.EDITOR));
    }

    @Test
    void theLastAdministratorStays() {
        administrator("wangli");
        staffing.invite("zhouzheng", "周正", Role.ADMINISTRATOR);
        var last = member("wangli");

        assertLast(() -> staffing.change(last.id(), version(last), "王莉", Role.REVIEWER));
        assertLast(() -> staffing.disable(last.id(), version(last)));
        assertLast(() -> staffing.reset(last.id(), version(last)));

        assertThat(member("wangli")).isEqualTo(last);
        assertThat(verbs()).containsExactly("account.invited");
        assertThat(events.stream(SignInsVoid.class)).isEmpty();

        staffing.change(last.id(), version(last), "王丽", Role.ADMINISTRATOR);
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

            assertThat(staffing.everybody())
                    .filteredOn(member ->
                            member.role() == Role.ADMINISTRATOR && member.standing() == Member.Standing.ACTIVE)
                    .hasSize(1);
            assertThat(failures).singleElement().isInstanceOf(LastAdministratorException.class);
        }
    }

    private void removeAs(int way, Member member) {
        switch (way) {
            case 0 -> staffing.change(member.id(), version(member), member.fullName(), Role.EDITOR);
            case 1 -> staffing.disable(member.id(), version(member));
            default -> staffing.reset(member.id(), version(member));
        }
    }

    @Test
    void aDecisionOnWhatSomebodyElseChangedSinceIsRefused() {
        administrator("wangli");
        staffing.invite("zhouzheng", "周正", Role.EDITOR);
        var seen = member("zhouzheng");
        staffing.change(seen.id(), version(seen), "周正", Role.REVIEWER);

        assertStale(() -> staffing.change(seen.id(), version(seen), "周政", Role.EDITOR));
        assertStale(() -> staffing.disable(seen.id(), version(seen)));
        assertStale(() -> staffing.enable(seen.id(), version(seen)));
        assertStale(() -> staffing.reset(seen.id(), version(seen)));
        assertStale(() -> staffing.disable(seen.id(), "x"));

        assertThat(member("zhouzheng").role()).isEqualTo(Role.REVIEWER);
        assertThat(member("zhouzheng").fullName()).isEqualTo("周正");
    }

    @Test
    void twoWhoChangeOneAccountAtTheSameMomentAreNotMixed() throws Exception {
        administrator("wangli");
        staffing.invite("zhouzheng", "周正", Role.EDITOR);
        var seen = member("zhouzheng");

        var failures = atTheSameMoment(
                () -> staffing.change(seen.id(), version(seen), "周政", Role.EDITOR),
                () -> staffing.change(seen.id(), version(seen), "周正", Role.REVIEWER));

        assertThat(failures).singleElement().isInstanceOf(StaleAccountException.class);
    }

    @Test
    void whoIsDisabledIsOutUntilEnabledAgain() {
        administrator("wangli");
        administrator("zhouzheng");

        staffing.disable(member("zhouzheng").id(), version(member("zhouzheng")));
        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.DISABLED);
        assertThat(events.stream(SignInsVoid.class)).containsExactly(new SignInsVoid("zhouzheng", null));
        assertStale(() -> staffing.reset(member("zhouzheng").id(), version(member("zhouzheng"))));

        staffing.enable(member("zhouzheng").id(), version(member("zhouzheng")));
        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.ACTIVE);
        assertThat(verbs()).containsExactly("account.disabled", "account.enabled");
    }

    @Test
    void disablingVoidsTheLinkThatWasHandedOver() {
        administrator("wangli");
        var token = staffing.invite("zhouzheng", "周正", Role.EDITOR);

        staffing.disable(member("zhouzheng").id(), version(member("zhouzheng")));
        staffing.enable(member("zhouzheng").id(), version(member("zhouzheng")));

        assertThat(invitations.invited(token)).isEmpty();
    }

    @Test
    void aResetVoidsThePasswordTheSessionsAndTheLinkBefore() {
        administrator("wangli");
        administrator("zhouzheng");

        var first = staffing.reset(member("zhouzheng").id(), version(member("zhouzheng")));
        var second = staffing.reset(member("zhouzheng").id(), version(member("zhouzheng")));

        assertThat(member("zhouzheng").standing()).isEqualTo(Member.Standing.INVITED);
        assertThat(invitations.invited(first)).isEmpty();
        assertThat(invitations.invited(second)).isPresent();
        assertThat(events.stream(SignInsVoid.class)).contains(new SignInsVoid("zhouzheng", null));
    }

    @Test
    void anotherRoleEndsTheSessionsAndAnotherFullNameDoesNot() {
        administrator("wangli");
        administrator("zhouzheng");

        staffing.change(member("zhouzheng").id(), version(member("zhouzheng")), "周政", Role.ADMINISTRATOR);
        assertThat(events.stream(SignInsVoid.class)).isEmpty();

        staffing.change(member("zhouzheng").id(), version(member("zhouzheng")), "周政", Role.EDITOR);
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

    static String version(Member member) {
        return String.valueOf(member.version());
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
        assertThatExceptionOfType(StaleAccountException.class).isThrownBy(change::run);
    }

    /** What went wrong with either. */
    static List<Exception> atTheSameMoment(Runnable one, Runnable other) throws Exception {
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
    static class Watch {

        volatile Instant now = Instant.EPOCH;

        @Bean
        @Primary
        Clock watchOfTheTest() {
            return new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return java.time.ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
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
