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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for the reports of readers and the answers of staff. */
@Service
@Transactional(readOnly = true)
public class ReportHandling {

    private static final int PAGE = 25;

    /** Greatest number of reports a day, from all network addresses together; each has at most some 7 KB. */
    static final int MOST_A_DAY = 1000;

    /** Greatest number of unanswered reports; they take up at most some 35 MB. */
    static final int MOST_WAITING = 5000;

    /**
     * How long contact details are kept after the answer; {@code report.contact.hint}, {@code about.personal.report}
     * and {@code reports.contact.kept} say so.
     */
    static final Duration CONTACT_KEPT = Duration.ofDays(30);

    /** How long without an answer; the same messages and {@code reports.contact.waiting} say so. */
    static final Duration CONTACT_KEPT_UNANSWERED = Duration.ofDays(365);

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

    /** The number of reports that wait for an answer, without suspected advertising. */
    public long open() {
        return reports.countByStanding(Standing.OPEN);
    }

    /** The number of unanswered reports that look like advertising. */
    public long suspects() {
        return reports.countByStanding(Standing.SUSPECT);
    }

    /** The newest reports that wait for an answer, newest first, at most so many (from 1). */
    public List<OpenReport> newest(int most) {
        return reports.findByStandingOrderBySentDescIdDesc(Standing.OPEN, Limit.of(most)).stream()
                .map(OpenReport::of)
                .toList();
    }

    /** The newest open reports about an entry, newest first, at most one page. */
    public List<OpenReport> about(long entry) {
        return reports.findByEntryIdAndStandingOrderBySentDescIdDesc(entry, Standing.OPEN, Limit.of(PAGE)).stream()
                .map(OpenReport::of)
                .toList();
    }

    /**
     * Receives a report of a reader.
     *
     * @param entry the entry it is about, which is or was public; null for none
     * @param suspect whether it looks like advertising
     * @throws DataIntegrityViolationException if the same form was received with the same words before
     */
    @Transactional
    void receive(ReportForm form, @Nullable Long entry, boolean suspect) {
        reports.save(new Report(
                form.key(), entry, form.text, form.contact.isEmpty() ? null : form.contact, suspect, clock.instant()));
    }

    /** Whether a limit is reached, so that no more reports are received. */
    boolean isFull() {
        return reports.countBySentAfter(clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY
                || reports.countByStandingNot(Standing.ANSWERED) >= MOST_WAITING;
    }

    /** Whether the same form was received with the same words before. */
    boolean isReceived(ReportForm form) {
        return reports.existsByFormKey(form.key());
    }

    /**
     * A page of the reports in these states.
     *
     * @param page from 1
     * @throws NotPublicException if there is no such page
     */
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

    Map<Standing, Long> counts() {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, reports.countByStanding(standing));
        }
        return counts;
    }

    /** @throws NotPublicException if there is no such report */
    Report report(long id) {
        return reports.findById(id).orElseThrow(() -> new NotPublicException("report"));
    }

    /**
     * Closes a report.
     *
     * @param seen the version that was seen
     * @param note for colleagues; not empty if nothing was changed
     * @param forget whether to delete the reader's contact details
     * @throws ConcurrencyFailureException if somebody changed the report since
     * @throws RefusedException for a correction, if the public entry is the same that the reader saw
     */
    @Transactional
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

    /** Deletes the reader's contact details; refused as {@link #answer} is. */
    @Transactional
    void forgetContact(long id, long seen) {
        var report = report(id);
        report.refuseStale(seen);
        report.forgetContact();
        journal.write("report.contact-forgotten", "report " + id, null);
    }

    /**
     * Deletes the contact details of readers some time after the answer, or after a year without one; notes how many
     * (PIPL, article 19). Runs every hour, because not every machine is on at night.
     */
    @Transactional
    @Scheduled(cron = "0 35 * * * *", zone = "Asia/Shanghai")
    public void forgetOldContacts() {
        var now = clock.instant();
        int gone = reports.forgetContacts(now.minus(CONTACT_KEPT), now.minus(CONTACT_KEPT_UNANSWERED));
        if (gone > 0) {
            journal.write("report.contacts-expired", "-", String.valueOf(gone));
        }
    }

    /** Reopens a report; refused as {@link #answer} is. */
    @Transactional
    void reopen(long id, long seen) {
        var report = report(id);
        report.refuseStale(seen);
        report.reopen();
        journal.write("report.reopened", "report " + id, null);
    }
}
