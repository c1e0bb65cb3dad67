package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.journal.ThingNames;
import cn.jinshan.chronicle.reports.Report.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all reports. */
interface Reports extends Repository<Report, Long>, ThingNames {

    String STANDING = "from Report r where r.standing in :standings ";

    Report save(Report report);

    Optional<Report> findById(long id);

    boolean existsByFormKey(String formKey);

    long countByStanding(Standing standing);

    long countByStandingNot(Standing standing);

    long countBySentAfter(Instant since);

    List<Report> findByStandingOrderBySentDescIdDesc(Standing standing, Limit limit);

    List<Report> findByEntryIdAndStandingOrderBySentDescIdDesc(Long entryId, Standing standing, Limit limit);

    /** Forgets contact details; by the version, so that nobody who changes a report just now writes them back. */
    @Modifying
    @Query("""
            update versioned Report r set r.contact = null
            where r.contact is not null and (r.standing = ANSWERED and r.answered <= :answered
                or r.standing <> ANSWERED and r.sent <= :sent)""")
    int forgetContacts(Instant answered, Instant sent);

    /** The reports in these states: open ones first, then suspected advertising, newest first. */
    @Query(value = "select r " + STANDING + """
            order by case r.standing when OPEN then 0 when SUSPECT then 1 else 2 end, r.sent desc, r.id desc""", countQuery = "select count(r) " + STANDING)
    Page<Report> list(Collection<Standing> standings, Pageable page);

    List<Report> findByIdIn(Collection<Long> ids);

    @Override
    default String kind() {
        return "report";
    }

    @Override
    default List<Named> named(Collection<Long> numbers) {
        return findByIdIn(numbers).stream()
                .map(report -> new Named(report.id(), report.excerpt()))
                .toList();
    }
}
