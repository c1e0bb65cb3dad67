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

    List<AutosavedDraft> findByEntryId(long entry);

    /** All that one person typed and did not save, the latest first. */
    List<AutosavedDraft> findByAccountIdOrderByChangedDesc(long account);

    /** Those that one person has of an entry, the latest first. */
    List<AutosavedDraft> findByAccountIdAndEntryIdOrderByChangedDesc(long account, long entry);

    /** Those that others have of an entry and changed since some time. */
    List<AutosavedDraft> findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
            long entry, long account, Instant since);

    /** How many one person has, beside the one of a form. */
    long countByAccountIdAndFormKeyNot(long account, String formKey);

    /** How long those are together, in characters. */
    @Query("select coalesce(sum(length(w.fields)), 0) from AutosavedDraft w"
            + " where w.accountId = :account and w.formKey <> :formKey")
    long lengthBeside(long account, String formKey);

    /** Throws one away, unless somebody has typed in it since. */
    @Modifying
    @Query(
            "delete from AutosavedDraft w where w.accountId = :account and w.formKey = :formKey and w.changed = :changed")
    int drop(long account, String formKey, Instant changed);

    @Modifying
    @Query("delete from AutosavedDraft w where w.changed < :oldest")
    int dropUntouchedSince(Instant oldest);
}
