package cn.jinshan.chronicle.editing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What everybody is typing. */
interface WorkingCopies extends Repository<WorkingCopy, Long> {

    WorkingCopy save(WorkingCopy copy);

    Optional<WorkingCopy> findByAccountIdAndFormKey(long account, String formKey);

    List<WorkingCopy> findByEntryId(long entry);

    /** All that one person typed and did not save, the latest first. */
    List<WorkingCopy> findByAccountIdOrderByChangedDesc(long account);

    /** Those that one person has of an entry, the latest first. */
    List<WorkingCopy> findByAccountIdAndEntryIdOrderByChangedDesc(long account, long entry);

    /** Those that others have of an entry and changed since some time. */
    List<WorkingCopy> findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
            long entry, long account, Instant since);

    /** How many one person has, beside the one of a form. */
    long countByAccountIdAndFormKeyNot(long account, String formKey);

    /** How long those are together, in characters. */
    @Query("select coalesce(sum(length(w.fields)), 0) from WorkingCopy w"
            + " where w.accountId = :account and w.formKey <> :formKey")
    long lengthBeside(long account, String formKey);

    /** Throws one away, unless somebody has typed in it since. */
    @Modifying
    @Query("delete from WorkingCopy w where w.accountId = :account and w.formKey = :formKey and w.changed = :changed")
    int drop(long account, String formKey, Instant changed);

    @Modifying
    @Query("delete from WorkingCopy w where w.changed < :oldest")
    int dropUntouchedSince(Instant oldest);
}
