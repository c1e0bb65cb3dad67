package cn.jinshan.chronicle.entries;

import jakarta.persistence.criteria.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All editions, whatever their state; only staff read them. */
interface WrittenEditions extends Repository<Edition, Long>, JpaSpecificationExecutor<Edition> {

    @Override
    @EntityGraph(attributePaths = {"entry", "section"})
    Page<Edition> findAll(Specification<Edition> chosen, Pageable page);

    /** The last edition of each entry. */
    static Specification<Edition> latest() {
        return (edition, query, is) -> {
            var numbers = query.subquery(Integer.class);
            var other = numbers.from(Edition.class);
            numbers.select(is.max(other.get("number"))).where(is.equal(other.get("entryId"), edition.get("entryId")));
            return is.equal(edition.get("number"), numbers);
        };
    }

    static Specification<Edition> ofYear(int year) {
        return (edition, query, is) -> is.equal(edition.get("chronicle").get("year"), year);
    }

    static Specification<Edition> ofSection(String slug) {
        return (edition, query, is) -> is.equal(edition.get("section").get("slug"), slug);
    }

    static Specification<Edition> in(State state) {
        return (edition, query, is) -> is.equal(edition.get("state"), state);
    }

    static Specification<Edition> writtenBy(long account) {
        return (edition, query, is) -> is.isMember(account, edition.<Collection<Long>>get("authors"));
    }

    /** Belongs to a month, from 1; {@link TimelineFilter#UNDATED} for what is in none, understood or not. */
    static Specification<Edition> inMonth(int month) {
        return (edition, query, is) -> {
            Expression<Integer> months = edition.get("months");
            return month == TimelineFilter.UNDATED
                    ? is.equal(months, 0)
                    : is.notEqual(
                            is.function("bitand", Integer.class, months, is.literal(1 << (month - 1))), is.literal(0));
        };
    }

    /** Says these words in its title, its text or its date. */
    static Specification<Edition> saying(String words) {
        var pattern = "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return (edition, query, is) -> is.or(
                is.like(is.lower(edition.get("title")), pattern, '\\'),
                is.like(is.lower(edition.get("body")), pattern, '\\'),
                is.like(is.lower(edition.get("wording")), pattern, '\\'));
    }

    @Query("select new cn.jinshan.chronicle.entries.WrittenEditions$Public(e.entryId, e.number) from Edition e"
            + " where e.live = true and e.entryId in :entries")
    List<Public> publicOf(Collection<Long> entries);

    record Public(long entry, int number) {}

    /** How many entries of each chronicle have their latest edition in each state. */
    @Query("""
            select new cn.jinshan.chronicle.entries.WrittenEditions$Count(e.chronicleId, e.state, count(e))
            from Edition e where e.number = (select max(x.number) from Edition x where x.entryId = e.entryId)
            group by e.chronicleId, e.state order by e.state""")
    List<Count> latestByState();

    record Count(long chronicle, State state, long entries) {}

    @Query(
            "select coalesce(max(e.position), 0) from Edition e where e.chronicle.year = :year and e.section.slug = :section"
                    + " and e.state <> SUPERSEDED")
    int lastPosition(int year, String section);
}
