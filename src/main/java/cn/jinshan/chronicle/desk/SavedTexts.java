package cn.jinshan.chronicle.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the saved texts of all entries. */
interface SavedTexts extends Repository<SavedText, Long> {

    SavedText save(SavedText text);

    /** The saved texts of an entry, latest first. */
    List<SavedText> findByEntryIdOrderBySinceVersionDesc(long entry);

    Optional<SavedText> findByEntryIdAndSinceVersion(long entry, long since);

    Optional<SavedText> findByEntryIdAndUntilVersionIsNull(long entry);

    /** The text of an entry at a version, if it is kept. */
    @Query("""
            select t from SavedText t where t.entryId = :entry
            and t.sinceVersion <= :version and (t.untilVersion is null or t.untilVersion >= :version)""")
    Optional<SavedText> at(long entry, long version);

    /** The last version of an entry with a kept text that is no longer the present one. */
    @Query("select max(t.untilVersion) from SavedText t where t.entryId = :entry")
    Optional<Long> lastEnded(long entry);

    /** Deletes the texts that ended before a version, except those that a working copy is based on. */
    @Modifying
    @Query("""
            delete from SavedText t where t.entryId = :entry and t.untilVersion < :version and not exists
            (select 1 from AutosavedDraft w where w.entryId = t.entryId
            and w.baseVersion between t.sinceVersion and t.untilVersion)""")
    void dropEndedBefore(long entry, long version);

    void deleteByEntryId(long entry);
}
