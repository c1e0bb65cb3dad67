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

    Optional<WorkingCopy> findByAccountIdAndEntryId(long account, long entry);

    Optional<WorkingCopy> findByAccountIdAndFormKey(long account, String formKey);

    List<WorkingCopy> findByEntryId(long entry);

    /** Those of entries that one person began and never saved, the latest first. */
    List<WorkingCopy> findByAccountIdAndEntryIdIsNullOrderByChangedDesc(long account);

    /** Those that others have of an entry and changed since some time. */
    List<WorkingCopy> findByEntryIdAndAccountIdNotAndChangedAfterOrderByChanged(
            long entry, long account, Instant since);

    @Modifying
    @Query("delete from WorkingCopy w where w.accountId = :account and w.entryId = :entry")
    void dropOfEntry(long account, long entry);

    @Modifying
    @Query("delete from WorkingCopy w where w.accountId = :account and w.formKey = :formKey")
    void dropOfForm(long account, String formKey);
}
