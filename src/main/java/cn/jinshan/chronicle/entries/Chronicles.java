package cn.jinshan.chronicle.entries;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the chronicles of all years. */
public interface Chronicles extends Repository<Chronicle, Long> {

    @Query("select c.year from Chronicle c where c.opened is not null order by c.year desc")
    List<Integer> openedYears();

    @Query("select c from Chronicle c left join fetch c.sections where c.opened is not null and c.year = :year")
    Optional<Chronicle> opened(int year);

    @Query("select c from Chronicle c left join fetch c.sections where c.opened is not null order by c.year")
    List<Chronicle> opened();

    /** The sections of all opened years, the newest year first, in their order. */
    @Query(
            "select s from Section s join fetch s.chronicle c where c.opened is not null order by c.year desc, s.position")
    List<Section> openedSections();

    @Query("select c from Chronicle c left join fetch c.sections order by c.year desc")
    List<Chronicle> all();

    Chronicle save(Chronicle chronicle);

    void delete(Chronicle chronicle);

    /** Whether any edition, whatever its state, stands in a year. */
    @Query("select count(e) > 0 from Edition e where e.chronicle.year = :year")
    boolean isUsed(int year);

    /** A chronicle, locked until this transaction has ended. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Chronicle c where c.year = :year")
    Optional<Chronicle> forChange(int year);

    /** Chronicles of these years, locked for a change in the order of their years. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select c from Chronicle c where c.id in
            (select e.chronicleId from Edition e where e.entryId in :entries and e.state in (DRAFT, SUBMITTED))
            order by c.year""")
    List<Chronicle> holdOfOpen(Collection<Long> entries);

    /** The chronicle in which the public edition of an entry stands, locked until this transaction has ended. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select c from Chronicle c where c.id in
            (select e.chronicleId from Edition e where e.entryId = :entry and e.live = true)""")
    Optional<Chronicle> holdOfPublic(long entry);

    /** The nearest chronicle with sections: the last before a year, else the first after it. */
    @Query("""
            select c from Chronicle c where c.sections is not empty
            order by case when c.year < :year then 0 else 1 end, abs(c.year - :year) limit 1""")
    Optional<Chronicle> nearest(int year);
}
