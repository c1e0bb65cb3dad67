package cn.jinshan.chronicle.editorial;

import cn.jinshan.chronicle.entries.Edition;
import cn.jinshan.chronicle.entries.EditionState;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Review;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.LikePattern;
import jakarta.persistence.criteria.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all editions in every state; only for staff. */
interface EditorialEditions extends Repository<Edition, Long>, JpaSpecificationExecutor<Edition> {

    /** Texts of an edition. */
    record Texts(
            long entry,
            String title,
            String wording,
            String body,
            String easyTitle,
            String easyRead,
            @Nullable String correction) {}

    /** The texts that are public or being written, by entry. */
    @Query("""
            select new cn.jinshan.chronicle.editorial.EditorialEditions$Texts(
                e.entryId, e.title, e.wording, e.body, e.easyTitle, e.easyRead, e.correction) from Edition e
            where e.live = true or e.state in (DRAFT, SUBMITTED) order by e.entryId""")
    Stream<Texts> present();

    @Override
    @EntityGraph(attributePaths = {"entry", "section"})
    Page<Edition> findAll(Specification<Edition> chosen, Pageable page);

    /** The editions without a later one: PostgreSQL finds these much faster than the greatest number. */
    static Specification<Edition> latest() {
        return (edition, query, is) -> {
            var later = query.subquery(Integer.class);
            var other = later.from(Edition.class);
            later.select(is.literal(1))
                    .where(
                            is.equal(other.get("entryId"), edition.get("entryId")),
                            is.greaterThan(other.<Integer>get("number"), edition.<Integer>get("number")));
            return is.not(is.exists(later));
        };
    }

    static Specification<Edition> ofYear(int year) {
        return (edition, query, is) -> is.equal(edition.get("chronicle").get("year"), year);
    }

    static Specification<Edition> ofSection(String slug) {
        return (edition, query, is) -> is.equal(edition.get("section").get("slug"), slug);
    }

    static Specification<Edition> in(ReviewStage stage, RequiredReviews required) {
        return switch (stage) {
            case DRAFT -> in(EditionState.DRAFT).and(isReturned(false));
            case RETURNED -> in(EditionState.DRAFT).and(isReturned(true));
            case SUBMITTED -> in(EditionState.SUBMITTED).and(Specification.not(isApproved(required)));
            case APPROVED -> in(EditionState.SUBMITTED).and(isApproved(required));
            case PUBLISHED, WITHDRAWN, SUPERSEDED -> in(EditionState.valueOf(stage.name()));
        };
    }

    private static Specification<Edition> in(EditionState state) {
        return (edition, query, is) -> is.equal(edition.get("state"), state);
    }

    private static Specification<Edition> isReturned(boolean returned) {
        return (edition, query, is) -> is.equal(edition.get("returned"), returned);
    }

    private static Specification<Edition> isApproved(RequiredReviews required) {
        return (edition, query, is) -> {
            var earlier = query.subquery(Integer.class);
            var other = earlier.from(Edition.class);
            earlier.select(is.literal(1))
                    .where(
                            is.equal(other.get("entryId"), edition.get("entryId")),
                            is.equal(other.get("chronicleId"), edition.get("chronicleId")),
                            is.lessThan(other.<Integer>get("number"), edition.<Integer>get("number")),
                            is.isNotNull(other.get("published")));
            var needed = is.<Integer>selectCase()
                    .when(is.exists(earlier), required.ofCorrections())
                    .otherwise(required.ofNew());
            return is.ge(edition.get("approvals"), needed);
        };
    }

    /** Submitted editions that this account neither wrote nor approved since. */
    static Specification<Edition> reviewableBy(long account) {
        return in(EditionState.SUBMITTED)
                .and(Specification.not(writtenBy(account)))
                .and((edition, query, is) -> {
                    var own = query.subquery(Integer.class);
                    var review = own.correlate(edition).<Edition, Review>joinSet("reviews");
                    own.select(is.literal(1))
                            .where(
                                    is.equal(review.get("account"), account),
                                    is.equal(review.get("submission"), edition.get("submissions")));
                    return is.not(is.exists(own));
                });
    }

    static Specification<Edition> goingWithout(EntryFilter.Without without) {
        return (edition, query, is) -> is.and(
                switch (without) {
                    case UNDERSTOOD_DATE -> is.isNull(edition.get("edtf"));
                    case DATE -> is.equal(edition.get("wording"), "");
                    case EASY_READ -> is.equal(edition.get("easyRead"), "");
                },
                edition.get("state").in(EditionState.DRAFT, EditionState.SUBMITTED, EditionState.PUBLISHED));
    }

    static Specification<Edition> writtenBy(long account) {
        return (edition, query, is) -> is.isMember(account, edition.<Collection<Long>>get("authors"));
    }

    /**
     * Editions in a month, from 1, or {@link TimelineFilter#UNDATED} for those in none, with or without an understood
     * date.
     */
    static Specification<Edition> inMonth(int month) {
        return (edition, query, is) -> {
            Expression<Integer> months = edition.get("months");
            return month == TimelineFilter.UNDATED
                    ? is.equal(months, 0)
                    : is.notEqual(
                            is.function("bitand", Integer.class, months, is.literal(1 << (month - 1))), is.literal(0));
        };
    }

    /** Editions with these words in title, text or date. */
    static Specification<Edition> saying(String words) {
        var pattern = LikePattern.containing(words);
        return (edition, query, is) -> is.or(
                is.like(is.lower(edition.get("title")), pattern, '\\'),
                is.like(is.lower(edition.get("body")), pattern, '\\'),
                is.like(is.lower(edition.get("wording")), pattern, '\\'));
    }

    /** All editions of these entries that are or were public. */
    @Query("select new cn.jinshan.chronicle.editorial.EditorialEditions$Once("
            + "e.entryId, e.chronicleId, e.number, e.live) from Edition e"
            + " where e.published is not null and e.entryId in :entries")
    List<Once> oncePublic(Collection<Long> entries);

    /**
     * Edition that is or was public.
     *
     * @param live true for the edition that is public now, else null
     */
    record Once(
            long entry,
            long chronicle,
            int number,
            @Nullable Boolean live) {}

    /** The months, a bit each, of the last editions of a year that are or may become public. */
    @Query("""
            select distinct e.months from Edition e where e.chronicle.year = :year
            and e.state in (DRAFT, SUBMITTED, PUBLISHED)
            and e.number = (select max(x.number) from Edition x where x.entryId = e.entryId)""")
    List<Integer> months(int year);

    @Query("select new cn.jinshan.chronicle.editorial.EditorialEditions$Titled(e.entryId, e.title)"
            + " from Edition e where e.entryId in :entries"
            + " and e.number = (select max(x.number) from Edition x where x.entryId = e.entryId)")
    List<Titled> latestTitles(Collection<Long> entries);

    record Titled(long entry, String title) {}

    /** The public editions of the highlights of a year, in their order. */
    @Query("""
            select e from Edition e join fetch e.entry n join fetch e.section
            where e.chronicle.year = :year and e.live = true and n.highlight > 0 order by n.highlight""")
    List<Edition> highlights(int year);

    /** Counts of the entries of each chronicle by the state of their last edition. */
    @Query("""
            select new cn.jinshan.chronicle.editorial.EditorialEditions$Count(e.chronicleId, e.state, count(e))
            from Edition e where e.number = (select max(x.number) from Edition x where x.entryId = e.entryId)
            group by e.chronicleId, e.state order by e.state""")
    List<Count> latestByState();

    record Count(long chronicle, EditionState state, long entries) {}

    /** The year of the newest edition that an account wrote in, of those that are not closed. */
    @Query("""
            select c.year from Edition e join e.chronicle c
            where c.closed is null and :account member of e.authors order by e.id desc limit 1""")
    Optional<Integer> lastYear(long account);

    @Query(
            "select coalesce(max(e.position), 0) from Edition e where e.chronicle.year = :year and e.section.slug = :section"
                    + " and e.state <> SUPERSEDED")
    int lastPosition(int year, String section);
}
