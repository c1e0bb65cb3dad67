package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.journal.ThingNames;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the other names by which a search finds the same. */
public interface NameGroups extends Repository<NameGroup, Long>, ThingNames {

    /** Saves a group at once, unless another group has one of its names. */
    NameGroup saveAndFlush(NameGroup group);

    void delete(NameGroup group);

    Optional<NameGroup> findById(long id);

    /** A group, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from NameGroup g where g.id = :id")
    Optional<NameGroup> forChange(long id);

    @Query("select g from NameGroup g left join fetch g.forms")
    List<NameGroup> all();

    /** The names of each group as they were written, the main one first. */
    default List<List<String>> groups() {
        return all().stream().map(NameGroup::names).toList();
    }

    @Override
    default String kind() {
        return "name-group";
    }

    @Override
    @Query(
            "select new cn.jinshan.chronicle.journal.ThingNames$Named(g.id, g.name) from NameGroup g where g.id in :numbers")
    List<Named> named(Collection<Long> numbers);
}
