package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.journal.ThingNames.Named;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of what the parts of the record are called: entries, years, sections, subjects. */
interface RecordNames extends Repository<Entry, Long> {

    /**
     * Title of an entry, as last written.
     *
     * @param title null if it has no edition any longer
     */
    record Titled(
            long number, @Nullable String title, @Nullable Instant erased) {}

    @Query("""
            select new cn.jinshan.chronicle.administration.RecordNames$Titled(n.id, e.title, n.erased)
            from Entry n left join n.editions e
            on e.number = (select max(x.number) from Edition x where x.entryId = n.id) where n.id in :numbers""")
    List<Titled> entries(Collection<Long> numbers);

    /** The entries, at most 500, whose titles as last written match a pattern; the newest first. */
    @Query("""
            select e.entryId from Edition e where lower(e.title) like :pattern escape '\\'
            and e.number = (select max(x.number) from Edition x where x.entryId = e.entryId)
            order by e.entryId desc limit 500""")
    List<Long> entriesCalled(String pattern);

    @Query("""
            select new cn.jinshan.chronicle.journal.ThingNames$Named(cast(c.year as long), c.title)
            from Chronicle c where cast(c.year as long) in :numbers""")
    List<Named> chronicles(Collection<Long> numbers);

    @Query("""
            select new cn.jinshan.chronicle.journal.ThingNames$Named(
            s.id, concat(cast(s.chronicle.year as string), '年', s.title)) from Section s where s.id in :numbers""")
    List<Named> sections(Collection<Long> numbers);

    @Query("""
            select new cn.jinshan.chronicle.journal.ThingNames$Named(x.id, x.name)
            from Subject x where x.id in :numbers""")
    List<Named> subjects(Collection<Long> numbers);

    /** The names of what subjects of these numbers were merged into. */
    @Query("""
            select new cn.jinshan.chronicle.journal.ThingNames$Named(m, x.name)
            from Subject x join x.merged m where m in :numbers""")
    List<Named> keptSubjects(Collection<Long> numbers);
}
