package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that users filled in but could not send because they were no longer signed in. Each belongs to the account that
 * opened it.
 */
@Service
@Transactional
public class UnsentForms {

    /** In the address of a form that is to be filled in from one of these. */
    static final String PARAMETER = "kept";

    /** Maximum number of forms kept for one account. */
    private static final int MOST = 50;

    private static final int LONGEST = 1_000_000;

    /** Maximum size of all forms kept for one account, in characters. */
    private static final int LONGEST_TOGETHER = 4 * LONGEST;

    private static final int EXCERPT = 40;

    private final EntityManager database;
    private final JsonMapper json;
    private final Clock clock;

    UnsentForms(EntityManager database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An unsent form, as its owner sees it.
     *
     * @param address of the form, filled in again
     * @param texts that were typed, each as it was; the long ones first
     */
    public record Left(long id, String address, List<String> texts, Instant when) {

        /** The beginning of what was typed. */
        public String excerpt() {
            var text = texts.isEmpty() ? "" : texts.get(0).strip();
            return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        }
    }

    /**
     * Keeps what was typed for whoever opened the form; sent again, it takes the place of what was kept of it.
     *
     * @return whether it was kept: a form of a million characters is nobody's
     */
    boolean keep(long account, FormKey form, FormInput unsent) {
        var fields = json.writeValueAsString(unsent.fields());
        if (fields.length() > LONGEST) {
            return false;
        }
        // Two presses at once wait for each other here
        database.find(Account.class, account, LockModeType.PESSIMISTIC_WRITE);
        database.createQuery("delete from UnsentForm l where l.formKey = :formKey")
                .setParameter("formKey", form.key())
                .executeUpdate();
        makeRoom(account, fields.length());
        database.persist(new UnsentForm(account, form.key(), unsent.address(), fields, clock.instant()));
        return true;
    }

    /** The oldest give way. */
    private void makeRoom(long account, int length) {
        int number = 1;
        int together = length;
        for (var left : all(account)) {
            together += left.fields().length();
            if (++number > MOST || together > LONGEST_TOGETHER) {
                database.remove(left);
            }
        }
    }

    /** The unsent forms of one account, the latest first. */
    @Transactional(readOnly = true)
    public List<Left> of(long account) {
        return all(account).stream().map(this::left).toList();
    }

    private List<UnsentForm> all(long account) {
        return database.createQuery(
                        "select l from UnsentForm l where l.accountId = :account order by l.kept desc, l.id desc",
                        UnsentForm.class)
                .setParameter("account", account)
                .getResultList();
    }

    @Transactional(readOnly = true)
    Optional<Left> one(long account, long id) {
        return find(account, id).map(this::left);
    }

    /** The values of an unsent form. */
    @Transactional(readOnly = true)
    Optional<FormInput> unsent(long account, long id) {
        return find(account, id).map(this::unsent);
    }

    private Optional<UnsentForm> find(long account, long id) {
        return database.createQuery(
                        "select l from UnsentForm l where l.accountId = :account and l.id = :id", UnsentForm.class)
                .setParameter("account", account)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The values kept of the form on which the user signed in. */
    @Transactional(readOnly = true)
    Optional<Left> of(FormKey form) {
        return database.createQuery("select l from UnsentForm l where l.formKey = :formKey", UnsentForm.class)
                .setParameter("formKey", form.key())
                .getResultStream()
                .findFirst()
                .map(this::left);
    }

    /** Forgets one, as its words have been sent or are not wanted. */
    void forget(@Nullable SignedIn me, @Nullable String id) {
        if (me != null && id != null && id.matches("[1-9]\\d{0,17}")) {
            database.createQuery("delete from UnsentForm l where l.accountId = :account and l.id = :id")
                    .setParameter("account", me.id())
                    .setParameter("id", Long.valueOf(id))
                    .executeUpdate();
        }
    }

    void forgetBefore(Instant oldest) {
        database.createQuery("delete from UnsentForm l where l.kept < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate();
    }

    private FormInput unsent(UnsentForm left) {
        return new FormInput(
                left.address(), json.readValue(left.fields(), new TypeReference<Map<String, List<String>>>() {}));
    }

    private Left left(UnsentForm left) {
        return new Left(
                left.id(),
                UriComponentsBuilder.fromUriString(left.address())
                        .replaceQueryParam(PARAMETER, left.id())
                        .build()
                        .toUriString(),
                unsent(left).texts(),
                left.kept());
    }
}
