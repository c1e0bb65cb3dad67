package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.journal.ThingNames;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all words that are explained to readers. */
public interface Terms extends Repository<Term, Long>, ThingNames {

    Term save(Term term);

    void delete(Term term);

    Optional<Term> findById(long id);

    /** A term, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Term t where t.id = :id")
    Optional<Term> forChange(long id);

    /** The terms that have one of these forms. */
    @Query("select distinct t from Term t join t.forms f where f in :forms")
    List<Term> meaning(Collection<String> forms);

    @Query("select t from Term t left join fetch t.forms")
    List<Term> all();

    @Override
    default String kind() {
        return "term";
    }

    @Override
    @Query("select new cn.jinshan.chronicle.journal.ThingNames$Named(t.id, t.name) from Term t where t.id in :numbers")
    List<Named> named(Collection<Long> numbers);
}
