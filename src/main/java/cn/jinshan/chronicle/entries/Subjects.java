package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.toCollection;

import cn.jinshan.chronicle.text.FoldedText;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all subjects. */
public interface Subjects extends Repository<Subject, Long> {

    Optional<Subject> findByKindAndName(Subject.Kind kind, String name);

    Optional<Subject> findById(long id);

    /** The subject that another was merged into, which had this number. */
    @Query("select x from Subject x where :id member of x.merged")
    Optional<Subject> tookIn(long id);

    Subject save(Subject subject);

    void delete(Subject subject);

    @Query("select x from Subject x left join fetch x.formerNames")
    List<Subject> all();

    /** Subjects with a similar name: one name contains the other, or both have the same reading. */
    default List<Subject> alike(long one, String name, String foldedReading) {
        return alike(one, name, "\n" + foldedReading + "\n", "\n");
    }

    @Query("""
            select x from Subject x left join fetch x.formerNames where x.id <> :one
            and (locate(:name, x.name) > 0 or locate(x.name, :name) > 0
            or locate(:line, concat(:end, x.folded, :end)) > 0)""")
    List<Subject> alike(long one, String name, String line, String end);

    /** The subject that is called so, or else was before; or else with a name that looks the same. */
    default Optional<Long> known(Subject.Kind kind, String name) {
        return called(kind, name)
                .or(() -> lookingLike(kind, name).findFirst())
                .or(() -> of(kind, looking(name, formerNames())).findFirst());
    }

    /** The subjects of a kind whose names look the same as this one, or are the same. */
    default Stream<Long> lookingLike(Subject.Kind kind, String name) {
        return of(kind, lookingLike(name));
    }

    /** The kinds of the subjects that are called so; or else of those that were, or with a name that looks the same. */
    default Set<Subject.Kind> kinds(String name) {
        var alike = lookingLike(name).toList();
        var called = kinds(alike.stream().filter(named -> named.name().equals(name)));
        return called.isEmpty() ? kinds(Stream.concat(alike.stream(), looking(name, formerNames()))) : called;
    }

    private static Set<Subject.Kind> kinds(Stream<Named> names) {
        return names.map(Named::kind).collect(toCollection(() -> EnumSet.noneOf(Subject.Kind.class)));
    }

    private static Stream<Long> of(Subject.Kind kind, Stream<Named> names) {
        return names.filter(named -> named.kind() == kind).map(Named::subject);
    }

    private Stream<Named> lookingLike(String name) {
        return looking(name, folded(FoldedText.forSearch(name).text() + "\n", "\n"));
    }

    private static Stream<Named> looking(String name, List<Named> among) {
        var look = FoldedText.look(name);
        return among.stream().filter(other -> FoldedText.look(other.name()).equals(look));
    }

    @Query("""
            select new cn.jinshan.chronicle.entries.Subjects$Named(x.id, x.kind, x.name) from Subject x
            where locate(:line, concat(x.folded, :end)) = 1 order by x.id""")
    List<Named> folded(String line, String end);

    @Query("""
            select new cn.jinshan.chronicle.entries.Subjects$Named(x.id, f.kind, f.name)
            from Subject x join x.formerNames f order by x.id""")
    List<Named> formerNames();

    /** A name that a subject has or had. */
    record Named(long subject, Subject.Kind kind, String name) {}

    /** The subject that is called so, or else was before. */
    @Query("""
            select x.id from Subject x left join x.formerNames f
            where x.kind = :kind and x.name = :name or f.kind = :kind and f.name = :name
            order by case when x.kind = :kind and x.name = :name then 0 else 1 end limit 1""")
    Optional<Long> called(Subject.Kind kind, String name);

    /** The subject that was called so before. */
    @Query("select x from Subject x join x.formerNames f where f.kind = :kind and f.name = :name")
    Optional<Subject> formerly(Subject.Kind kind, String name);

    /**
     * Subjects as they are now, each held until this transaction has ended, in the order of their numbers, so that
     * nobody who holds some waits for somebody who waits for them.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select x from Subject x where x.id in :ids order by x.id")
    List<Subject> hold(Collection<Long> ids);

    /** The names to choose from, those that most editions mention first. */
    @Query("select x.name from Edition e join e.subjects x group by x.name order by count(*) desc, x.name limit 300")
    List<String> names();

    /** How many editions mention each. */
    @Query("""
            select new cn.jinshan.chronicle.entries.Subjects$Count(x.id, count(e))
            from Edition e join e.subjects x where x.id in :subjects group by x.id""")
    List<Count> editions(Collection<Long> subjects);

    /** How many editions mention a subject. */
    record Count(long subject, long editions) {}

    /** How many editions mention both. */
    @Query("select count(e) from Edition e join e.subjects x join e.subjects y where x.id = :one and y.id = :other")
    long editionsOfBoth(long one, long other);

    /** Whether a public entry mentions a subject. */
    @Query("select count(e) > 0 from Edition e join e.chronicle c join e.subjects x where" + Editions.PUBLIC
            + "and x.id = :subject")
    boolean isPublic(long subject);

    /** How many entries have an edition that mentions a subject. */
    @Query("select count(distinct e.entryId) from Edition e join e.subjects x where x.id = :subject")
    long entries(long subject);

    /**
     * Has every edition mention one subject in the place of another, once, at the earlier place of the two, and its
     * mentions stand at 0, 1, 2 … No edition or entry is changed by it.
     */
    default void exchange(long merged, long kept) {
        replace(merged, kept);
        dropLater(kept);
        countAgain(kept);
        putBack();
    }

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "update edition_subject set subject_id = :kept where subject_id = :merged")
    void replace(long merged, long kept);

    @Modifying
    @Query(nativeQuery = true, value = """
            delete from edition_subject x where x.subject_id = :subject and exists (
            select 1 from edition_subject y
            where y.edition_id = x.edition_id and y.subject_id = x.subject_id and y.position < x.position)""")
    void dropLater(long subject);

    /** A place is taken once, at any moment: so each is first counted below zero. */
    @Modifying
    @Query(nativeQuery = true, value = """
            update edition_subject x set position = -1 - (
            select count(*) from edition_subject y where y.edition_id = x.edition_id and y.position < x.position)
            where x.edition_id in (select y.edition_id from edition_subject y where y.subject_id = :subject)
            and x.position <> (
            select count(*) from edition_subject y where y.edition_id = x.edition_id and y.position < x.position)""")
    void countAgain(long subject);

    @Modifying
    @Query(nativeQuery = true, value = "update edition_subject set position = -1 - position where position < 0")
    void putBack();

    /**
     * Removes those of these subjects, which are held, that nothing mentions, in no edition, and that are as the entry
     * made them that first named them: nobody changed them since, so that they have no former name, were not merged,
     * and are listed without a note.
     */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            delete from subject x where x.id in (:subjects) and x.version = 0 and x.listed = true and x.note is null
            and not exists (select 1 from edition_subject m where m.subject_id = x.id)
            and not exists (select 1 from former_name f where f.subject_id = x.id)
            and not exists (select 1 from merged_subject g where g.subject_id = x.id)""")
    void removeUnused(Collection<Long> subjects);

    /** All present and former names, with or without mentions. */
    @Query("""
            select new cn.jinshan.chronicle.entries.Subjects$Called(x.kind, x.name, x.reading, f.name)
            from Subject x left join x.formerNames f order by x.id""")
    List<Called> everyName();

    /**
     * What a subject is called.
     *
     * @param reading how staff say that it is read; null if its characters tell
     * @param former what it was called before; null if it never was otherwise
     */
    record Called(
            Subject.Kind kind,
            String name,
            @Nullable String reading,
            @Nullable String former) {

        /** How it is read, by what staff say or else by its characters. */
        public String read() {
            return reading == null ? kind.read(name) : reading;
        }
    }
}
