package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.reports.Report.Outcome;
import cn.jinshan.chronicle.reports.Report.Standing;
import cn.jinshan.chronicle.staff.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service that takes reports of readers and the answers of staff. */
@Service
@Transactional
public class ReportHandling {

    private static final int PAGE = 25;

    /** From all network addresses together; each is at most some 7 KB. */
    static final int MOST_A_DAY = 1000;

    /** What nobody has answered takes up no more than some 35 MB, whoever sends it. */
    static final int MOST_WAITING = 5000;

    private final Reports reports;
    private final EditorialRecord record;
    private final Journal journal;
    private final Clock clock;

    ReportHandling(Reports reports, EditorialRecord record, Journal journal, Clock clock) {
        this.reports = reports;
        this.record = record;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many reports wait for an answer, without what looks like advertising. */
    @Transactional(readOnly = true)
    public long open() {
        return reports.countByStanding(Standing.OPEN);
    }

    /** How many look like advertising and nobody has looked at yet. */
    @Transactional(readOnly = true)
    public long suspects() {
        return reports.countByStanding(Standing.SUSPECT);
    }

    /**
     * The newest that wait for an answer, newest first.
     *
     * @param most from 1
     */
    @Transactional(readOnly = true)
    public List<OpenReport> newest(int most) {
        return reports.findByStandingOrderBySentDescIdDesc(Standing.OPEN, Limit.of(most)).stream()
                .map(OpenReport::of)
                .toList();
    }

    /**
     * The newest open ones about an entry, newest first, one page of them at most.
     *
     * @param entry its number
     */
    @Transactional(readOnly = true)
    public List<OpenReport> about(long entry) {
        return reports.findByEntryIdAndStandingOrderBySentDescIdDesc(entry, Standing.OPEN, Limit.of(PAGE)).stream()
                .map(OpenReport::of)
                .toList();
    }

    /**
     * Takes in what a reader wrote.
     *
     * @param entry that it is about, which the public sees or could see once; null for none
     * @param suspect whether it looks like advertising
     * @throws DataIntegrityViolationException if the same form said the same before
     */
    void receive(ReportForm form, @Nullable Long entry, boolean suspect) {
        reports.save(new Report(
                form.key(),
                entry,
                form.getText(),
                form.getContact().isEmpty() ? null : form.getContact(),
                suspect,
                clock.instant()));
    }

    /** Whether so many were sent, or wait for an answer, that no more are taken in. */
    @Transactional(readOnly = true)
    boolean isFull() {
        return reports.countBySentAfter(clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY
                || reports.countByStandingNot(Standing.ANSWERED) >= MOST_WAITING;
    }

    /** Whether the same form said the same before. */
    @Transactional(readOnly = true)
    boolean isReceived(ReportForm form) {
        return reports.existsByFormKey(form.key());
    }

    /**
     * One page of those that stand so.
     *
     * @param page from 1
     * @throws NotPublicException for a page that is not there
     */
    @Transactional(readOnly = true)
    Page<Report> list(Set<Standing> standings, int page) {
        if (page < 1 || page > TimelineFilter.LAST_PAGE) {
            throw new NotPublicException("page");
        }
        var found = reports.list(standings, PageRequest.of(page - 1, PAGE));
        if (page > Math.max(1, found.getTotalPages())) {
            throw new NotPublicException("page");
        }
        return found;
    }

    @Transactional(readOnly = true)
    Map<Standing, Long> counts() {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, reports.countByStanding(standing));
        }
        return counts;
    }

    /** @throws NotPublicException if there is none */
    @Transactional(readOnly = true)
    Report report(long id) {
        return reports.findById(id).orElseThrow(() -> new NotPublicException("report"));
    }

    /**
     * Closes a report.
     *
     * @param seen the version that was decided on
     * @param note for colleagues; not empty where nothing was changed
     * @param forget whether to forget how to reach the reader
     * @throws ConcurrencyFailureException if somebody changed it since
     * @throws RefusedException for a correction, if the public still reads of the entry what the reader did
     */
    void answer(long id, long seen, Outcome outcome, String note, boolean forget, SignedIn me) {
        var report = report(id);
        report.refuseStale(seen);
        if (outcome == Outcome.CORRECTED && isAsItWas(report)) {
            throw new RefusedException("uncorrected");
        }
        report.answer(outcome, note, me.id(), clock.instant());
        if (forget) {
            report.forgetContact();
        }
        journal.write("report.answered", "report " + id, forget ? outcome + ", contact forgotten" : outcome.name());
    }

    private boolean isAsItWas(Report report) {
        return Stream.ofNullable(report.entryId())
                .flatMap(id -> record.entries(List.of(id)).values().stream())
                .anyMatch(entry -> !entry.isOtherForThePublicSince(report.sent()));
    }

    /** Forgets how to reach the reader; refused as {@link #answer} is. */
    void forgetContact(long id, long seen) {
        var report = report(id);
        report.refuseStale(seen);
        report.forgetContact();
        journal.write("report.contact-forgotten", "report " + id, null);
    }

    /** Takes up a report again; refused as {@link #answer} is. */
    void reopen(long id, long seen) {
        var report = report(id);
        report.refuseStale(seen);
        report.reopen();
        journal.write("report.reopened", "report " + id, null);
    }
}
