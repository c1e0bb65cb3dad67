package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.journal.ThingNames;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all wording rules. */
public interface WordingRules extends Repository<WordingRule, Long>, ThingNames {

    WordingRule save(WordingRule rule);

    void delete(WordingRule rule);

    Optional<WordingRule> findById(long id);

    /** The rules for the same words, with or without spaces. */
    @Query("select r from WordingRule r where replace(r.found, ' ', '') = replace(:found, ' ', '')")
    List<WordingRule> alike(String found);

    /** A rule, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from WordingRule r where r.id = :id")
    Optional<WordingRule> forChange(long id);

    /** All rules, by kind. */
    @Query("select r from WordingRule r order by r.kind, r.found")
    List<WordingRule> all();

    @Override
    default String kind() {
        return "wording-rule";
    }

    @Override
    @Query(
            "select new cn.jinshan.chronicle.journal.ThingNames$Named(r.id, r.found) from WordingRule r where r.id in :numbers")
    List<Named> named(Collection<Long> numbers);
}
