package cn.jinshan.chronicle.entries;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the editions that the public may read. */
public interface Editions extends Repository<Edition, Long> {

    /** Condition for public editions. Every query here starts from it. */
    String PUBLIC = " e.live = true and c.opened is not null ";

    /** Every edition has a section: the outer join only has H2 begin with the edition, and so with its public index. */
    String EDITIONS = "from Edition e join fetch e.chronicle c left join fetch e.section s where" + PUBLIC;

    /**
     * Of a chronicle, what a filter chooses.
     *
     * @param sections in one of which it stands
     * @param months in one of which it is, a bit each
     * @param none 0 if what is in no month is chosen too, else -1
     */
    record Choice(long chronicle, List<Long> sections, int months, int none) {

        /** For a list of them Hibernate would translate the query anew each time. */
        public Long[] anySection() {
            return sections.toArray(Long[]::new);
        }
    }

    /** No parameter is last in a function: Hibernate would take it for a list. */
    String IN_CHRONICLE = """
            and e.chronicleId = :#{#choice.chronicle} and array_contains(:#{#choice.anySection()}, s.id)
            and (bitand(cast(:#{#choice.months} as Integer), e.months) <> 0 or e.months = :#{#choice.none})""";

    String CHOSEN = "select e " + EDITIONS + IN_CHRONICLE;

    String AS_PUBLISHED = " s.position, e.position, e.entryId";

    @Query(CHOSEN + " order by e.place," + AS_PUBLISHED)
    List<Edition> oldestFirst(Choice choice, Pageable page);

    /** Months and days in reverse; what names no day stays last in its month, what names no month last of all. */
    @Query(CHOSEN + """
             order by case when e.place / 100 > 12 then 0 else e.place / 100 end desc,
            case when mod(e.place, 100) > 31 then mod(e.place, 100) else -mod(e.place, 100) end,""" + AS_PUBLISHED)
    List<Edition> newestFirst(Choice choice, Pageable page);

    @Query(CHOSEN + " order by" + AS_PUBLISHED)
    List<Edition> asPublished(Choice choice, Pageable page);

    /** The numbers of the same. */
    @Query("select e.entryId from Edition e join e.chronicle c left join e.section s where" + PUBLIC + IN_CHRONICLE
            + " order by" + AS_PUBLISHED)
    List<Long> asPublished(Choice choice);

    String COUNTS = "select new cn.jinshan.chronicle.entries.Editions$Count(e.section.id, e.months, count(e)) "
            + "from Edition e join e.chronicle c where" + PUBLIC;

    String BY_MONTHS = "group by e.section.id, e.months";

    /** How many entries of each section belong to the same months. */
    @Query(COUNTS + "and e.chronicleId = :chronicle " + BY_MONTHS)
    List<Count> tally(long chronicle);

    record Count(long section, int months, long count) {}

    /** The same counts for all chronicles. */
    @Query(COUNTS + BY_MONTHS)
    List<Count> tally();

    /** The highlights of a chronicle, in their order. The outer joins only have H2 begin with them, as they are few. */
    @Query("select new cn.jinshan.chronicle.entries.PublishedHighlight(e.entryId, e.title, e.easyTitle, s.tone) "
            + "from Entry n left join n.editions e left join e.chronicle c left join e.section s where" + PUBLIC
            + "and e.chronicleId = :chronicle and n.highlight > 0 order by n.highlight")
    List<PublishedHighlight> highlights(long chronicle);

    @Query("select e " + EDITIONS + "and e.entryId = :entry")
    Optional<Edition> ofEntry(long entry);

    /** Corrections of public entries up to their present editions, by entry, oldest first. */
    @Query("""
            select new cn.jinshan.chronicle.entries.Editions$Correction(e.entryId, x.number, x.correction, x.published)
            from Edition e join e.chronicle c join Edition x on x.entryId = e.entryId join x.chronicle y where""" + PUBLIC + """
            and e.entryId in :entries and x.number <= e.number and x.state in (PUBLISHED, SUPERSEDED)
            and x.correction <> '' and x.published >= y.opened order by e.entryId, x.number""")
    List<Correction> corrections(Collection<Long> entries);

    record Correction(long entry, int edition, String note, Instant published) {
        PublishedCorrection asPublished() {
            return new PublishedCorrection(note, published);
        }
    }

    /** When the public could first read an entry, in whatever edition, if it is public. */
    @Query("""
            select min(case when x.published < y.opened then y.opened else x.published end)
            from Edition e join e.chronicle c join Edition x on x.entryId = e.entryId join x.chronicle y where""" + PUBLIC + "and e.entryId = :entry and y.opened is not null")
    Optional<Instant> firstPublished(long entry);

    /** The public editions of entries, in no order. */
    @Query("select e " + EDITIONS + "and e.entryId in :entries")
    List<Edition> ofEntries(Collection<Long> entries);

    /** Every edition has a chronicle: the outer join only has H2 begin with the edition, and so with its entry. */
    String NUMBERS = "select e.entryId from Edition e left join e.chronicle c where" + PUBLIC;

    /** The numbers of public entries above one, the lowest first. */
    @Query(NUMBERS + "and e.entryId > :above order by e.entryId")
    List<Long> numbersAbove(long above, Limit limit);

    @Query(NUMBERS + "and c.year = :year")
    List<Long> numbersOf(int year);

    @Query(NUMBERS + "and exists (select 1 from e.subjects x where x.id = :subject)")
    List<Long> numbersAbout(long subject);

    String NEIGHBOURS = "select new cn.jinshan.chronicle.entries.Neighbour(e.entryId, e.wording, e.title, e.easyTitle) "
            + "from Edition e join e.chronicle c left join e.section s where" + PUBLIC
            + "and e.chronicleId = :chronicle ";

    String TIES = "(:section, :position, :entry)";

    /** The nearest public entry before a place in a chronicle. */
    @Query(NEIGHBOURS + "and e.place <= :place and (e.place < :place or (s.position, e.position, e.entryId) < " + TIES
            + ") order by e.place desc, s.position desc, e.position desc, e.entryId desc limit 1")
    Optional<Neighbour> before(long chronicle, int place, int section, int position, long entry);

    /** The nearest public entry after a place in a chronicle. */
    @Query(NEIGHBOURS + "and e.place >= :place and (e.place > :place or (s.position, e.position, e.entryId) > " + TIES
            + ") order by e.place," + AS_PUBLISHED + " limit 1")
    Optional<Neighbour> after(long chronicle, int place, int section, int position, long entry);

    String MENTIONS = "select new cn.jinshan.chronicle.entries.Editions$Mention(e.entryId, x) " + """
            from Edition e join e.chronicle c left join e.section s join e.subjects x where""" + PUBLIC;

    String IN_ORDER = " order by e.entryId, index(x)";

    @Query(MENTIONS + "and e.entryId = :entry" + IN_ORDER)
    List<Mention> subjects(long entry);

    /**
     * Listed subjects with a note, as the entries first mention them; no entry mentions ten thousand. They are joined
     * once more: of a mention, Hibernate groups by other columns than it selects.
     */
    @Query("select x from Edition e join e.chronicle c left join e.section s join e.subjects mention "
            + "join Subject x on x.id = mention.id where" + PUBLIC + IN_CHRONICLE
            + " and x.listed = true and x.note is not null"
            + " group by x order by min(e.entryId * 10000 + index(mention))")
    List<Subject> described(Choice choice);

    /** The listed subjects of these entries. */
    @Query(MENTIONS + "and e.entryId in :entries and x.listed = true")
    List<Mention> listed(Collection<Long> entries);

    @Query(MENTIONS + "and e.entryId in :entries" + IN_ORDER)
    List<Mention> subjects(Collection<Long> entries);

    record Mention(long entry, Subject subject) {}

    /** The names of all subjects, listed or not. Of each, the first mention is enough. */
    @Query(
            "select x.name from Subject x where exists (select 1 from Edition e join e.chronicle c join e.subjects y where"
                    + PUBLIC + "and y.id = x.id)")
    List<String> names();

    @Query("select count(e) from Edition e join e.chronicle c where" + PUBLIC)
    long count();

    @Query("select new cn.jinshan.chronicle.entries.PublicAddress(e.entryId, "
            + "case when e.published < c.opened then c.opened else e.published end) from Edition e join e.chronicle c where"
            + PUBLIC + "order by e.entryId")
    List<PublicAddress> addresses(Pageable page);

    /**
     * Other entries, in any year, about persons and events of an edition, those about the most of them first. It reads
     * them itself: for a list of them Hibernate would translate the query anew each time.
     */
    @Query("select new cn.jinshan.chronicle.entries.Editions$Shared(e, x) " + """
            from Edition e join fetch e.chronicle c join fetch e.section s join e.subjects x where""" + PUBLIC + """
            and e.entryId <> :entry and x.id in (select y.id from Edition own join own.subjects y
                where own.entryId = :entry and own.number = :number and y.kind in (PERSON, EVENT))
            order by count(x.id) over (partition by e.id) desc, c.year, e.place,""" + AS_PUBLISHED
            + ", index(x)")
    List<Shared> sharing(long entry, int number, Limit limit);

    /**
     * Other entries of a chronicle about some of these subjects, in chronicle order. Counting them for each entry keeps
     * a database from beginning with the subject, which may stand in every year.
     */
    @Query("select new cn.jinshan.chronicle.entries.Editions$Shared(e, x) " + """
            from Edition e join fetch e.chronicle c left join fetch e.section s join Subject x on x.id in :subjects
            where""" + PUBLIC + """
            and e.chronicleId = :chronicle and e.entryId <> :entry
            and (select count(y.id) from e.subjects y where y.id = x.id) > 0
            order by e.place,""" + AS_PUBLISHED)
    List<Shared> sharingInYear(long chronicle, long entry, Collection<Long> subjects, Limit limit);

    record Shared(Edition edition, Subject subject) {}

    /** The subject is joined once more: of a mention, Hibernate groups by other columns than it selects. */
    String INDEXED = "select new cn.jinshan.chronicle.entries.Editions$Indexed(x, count(e)) " + """
            from Edition e join e.chronicle c join e.subjects mention join Subject x on x.id = mention.id
            where""" + PUBLIC
            + "and x.listed = true";

    /** All subjects that the public index lists. */
    @Query(INDEXED + " group by x")
    List<Indexed> indexed();

    @Query(INDEXED + " and x.id = :subject group by x")
    Optional<Indexed> indexed(long subject);

    /** The listed subject into which the subject of this number was merged. */
    @Query(INDEXED + " and :merged member of x.merged group by x")
    Optional<Indexed> tookIn(long merged);

    /** A subject, and how many public entries mention it. */
    record Indexed(Subject subject, long entries) {}

    /** The entries about a subject, the newest year first, each year in chronicle order. */
    @Query("select e " + EDITIONS + """
            and exists (select 1 from e.subjects x where x.id = :subject)
            order by c.year desc, e.place,""" + AS_PUBLISHED)
    List<Edition> about(long subject, Pageable page);
}
