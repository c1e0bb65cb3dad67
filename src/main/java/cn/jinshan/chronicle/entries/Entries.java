package cn.jinshan.chronicle.entries;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all entries, whatever their state. */
public interface Entries extends Repository<Entry, Long> {

    Entry save(Entry entry);

    /** An entry, locked until this transaction has ended. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Entry n where n.id = :id and n.erased is null")
    Optional<Entry> forChange(long id);

    /** Entries that mention a subject, held until this transaction has ended, in the order of their numbers. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select n from Entry n
            where n.id in (select e.entryId from Edition e join e.subjects x where x.id = :subject) order by n.id""")
    List<Entry> holdMentioning(long subject);

    /**
     * The highlights of a chronicle, and an entry if it is public there, held until this transaction has ended, in the
     * order of their numbers.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select n from Entry n where n.id in
            (select e.entryId from Edition e join e.entry x where e.chronicleId = :chronicle and e.live = true
            and (x.highlight > 0 or x.id = :entry)) order by n.id""")
    List<Entry> holdHighlights(long chronicle, long entry);

    @Query("select n from Entry n join fetch n.editions e join fetch e.chronicle join fetch e.section where n.id = :id")
    Optional<Entry> written(long id);

    /** The same for several entries. */
    @Query(
            "select n from Entry n join fetch n.editions e join fetch e.chronicle join fetch e.section where n.id in :ids")
    List<Entry> written(Collection<Long> ids);

    /** When an entry was erased, if it was. */
    @Query("select n.erased from Entry n where n.id = :id and n.erased is not null")
    Optional<Instant> erased(long id);

    /** Those of these entries that were erased. */
    @Query("select n.id from Entry n where n.id in :ids and n.erased is not null")
    List<Long> erased(Collection<Long> ids);

    /** Whether there was an entry of which nothing is left but its number. */
    @Query("select count(n) > 0 from Entry n where n.id = :id and n.erased is null and n.editions is empty")
    boolean isDiscarded(long id);

    /** The entry that a form began, if it did. */
    @Query("select n.id from Entry n where n.formKey = :formKey")
    Optional<Long> begunWith(String formKey);

    /** The public notice of a withdrawn entry; empty text if there is none. */
    @Query("""
            select coalesce(max(e.farewell), '') from Entry n left join n.editions e left join e.chronicle c
            where n.id = :id and (n.erased is not null
            or e.state = WITHDRAWN and e.withdrawn >= c.opened and e.number =
            (select max(x.number) from Edition x where x.entryId = n.id and x.state = WITHDRAWN))
            group by n.id""")
    Optional<String> farewell(long id);
}
