package cn.jinshan.chronicle.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the unsaved texts of all users. */
interface AutosavedDrafts extends Repository<AutosavedDraft, Long> {

    AutosavedDraft save(AutosavedDraft copy);

    Optional<AutosavedDraft> findByAccountIdAndFormKey(long account, String formKey);

    /** All unsaved texts of a user, latest first. */
    List<AutosavedDraft> findByAccountIdOrderByChangedDesc(long account);

    /** The unsaved texts of a user in an entry, latest first. */
    List<AutosavedDraft> findByAccountIdAndEntryIdOrderByChangedDesc(long account, long entry);

    /** The unsaved texts of other users in an entry that were changed after a given time. */
    List<AutosavedDraft> findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
            long entry, long account, Instant since);

    /** The number of unsaved texts of a user, except that of one form. */
    long countByAccountIdAndFormKeyNot(long account, String formKey);

    /** The length of all unsaved texts of a user, except that of one form, in characters. */
    @Query("select coalesce(sum(length(w.fields)), 0) from AutosavedDraft w"
            + " where w.accountId = :account and w.formKey <> :formKey")
    long lengthBeside(long account, String formKey);

    /** Turns the unsaved texts of a discarded entry into texts of new entries. */
    @Modifying
    @Query("update AutosavedDraft w set w.entryId = null, w.baseVersion = null where w.entryId = :entry")
    void beginWithout(long entry);

    /** Deletes an unsaved text, unless it has changed since. */
    @Modifying
    @Query(
            "delete from AutosavedDraft w where w.accountId = :account and w.formKey = :formKey and w.changed = :changed")
    int drop(long account, String formKey, Instant changed);

    @Modifying
    @Query("delete from AutosavedDraft w where w.changed < :oldest")
    int dropUntouchedSince(Instant oldest);
}
