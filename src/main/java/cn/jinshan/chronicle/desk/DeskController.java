package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.backup.Backups;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.editorial.EditorialRecord.Order;
import cn.jinshan.chronicle.editorial.EntryFilter.Without;
import cn.jinshan.chronicle.entries.EntryRow;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.reports.ReportHandling;
import cn.jinshan.chronicle.signin.UnsentForms;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.storage.OlderDatabases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page of the desk: tasks of the user, gaps in the record, latest changes. */
@Controller
class DeskController {

    private static final int SHOWN = 5;
    private static final int LATELY = 10;

    private final EditorialRecord record;
    private final Federation federation;
    private final Autosave autosave;
    private final ReportHandling reporting;
    private final Journal journal;
    private final UnsentForms unsentForms;
    private final Colleagues colleagues;
    private final OlderDatabases olderDatabases;
    private final Backups backups;
    private final Clock clock;

    DeskController(
            EditorialRecord record,
            Federation federation,
            Autosave autosave,
            ReportHandling reporting,
            Journal journal,
            UnsentForms unsentForms,
            Colleagues colleagues,
            OlderDatabases olderDatabases,
            Backups backups,
            Clock clock) {
        this.record = record;
        this.federation = federation;
        this.autosave = autosave;
        this.reporting = reporting;
        this.journal = journal;
        this.unsentForms = unsentForms;
        this.colleagues = colleagues;
        this.olderDatabases = olderDatabases;
        this.backups = backups;
        this.clock = clock;
    }

    /** List of waiting entries, longest waiting first; its name is that of its messages {@code desk.*}. */
    record Pile(String name, EntrySearch search, Page<EntryRow> rows) {}

    /** The entries of a year that lack something. */
    record Gap(EntrySearch search, long count) {}

    /**
     * What a year still lacks.
     *
     * @param emptyMonths the months that are over and have no entry
     */
    record Gaps(int year, List<Gap> gaps, List<Integer> emptyMonths) {}

    @GetMapping("/admin")
    String desk(@AuthenticationPrincipal SignedIn me, Model model) {
        var required = federation.settings().requiredReviews();
        var piles = piles(me, required);
        model.addAttribute("piles", piles);
        var lately = journal.recent(LATELY);
        model.addAttribute("lately", lately);
        model.addAttribute(
                "titles", record.titles(lately.stream().map(Journal.Done::entry).collect(toSet())));
        model.addAttribute(
                "names",
                colleagues.names(Stream.concat(
                        piles.stream().flatMap(pile -> pile.rows().stream()).map(EntryRow::changedBy),
                        lately.stream().map(Journal.Done::account))));
        model.addAttribute("openReports", reporting.open());
        model.addAttribute("reports", reporting.newest(SHOWN));
        model.addAttribute("suspectReports", reporting.suspects());
        model.addAttribute("reviewersMissing", me.may(Role.ADMINISTRATOR) && reviewersMissing(required));
        var unsaved = autosave.all(me);
        model.addAttribute(
                "begun", unsaved.stream().filter(typed -> typed.entry() == null).toList());
        model.addAttribute("unsaved", unsaved(unsaved));
        model.addAttribute("left", unsentForms.of(me.id()));
        model.addAttribute("olderDatabases", olderDatabases.open());
        model.addAttribute("settles", me.may(Role.ADMINISTRATOR));
        if (me.may(Role.ADMINISTRATOR)) {
            model.addAttribute("backupWarnings", backups.warnings());
            model.addAttribute("newestBackup", backups.newest().orElse(null));
        }
        model.addAttribute(
                "years", writing().map(year -> gaps(year, me, required)).toList());
        return "desk/desk";
    }

    /** The unsaved texts that differ from their saved entries. */
    private List<Autosave.Typed> unsaved(List<Autosave.Typed> all) {
        var entries = record.entries(
                all.stream().map(Autosave.Typed::entry).filter(Objects::nonNull).collect(toSet()));
        return all.stream()
                .filter(typed -> typed.entry() != null && entries.containsKey(typed.entry()))
                .filter(typed -> typed.differsFrom(Objects.requireNonNull(entries.get(typed.entry()))))
                .toList();
    }

    /** Whether there are too few reviewers for any entry to be approved. */
    private boolean reviewersMissing(RequiredReviews required) {
        return colleagues.reviewers() < Math.max(required.ofNew(), required.ofCorrections());
    }

    private List<Pile> piles(SignedIn me, RequiredReviews required) {
        var piles = new LinkedHashMap<String, EntrySearch>();
        if (me.may(Role.REVIEWER)) {
            piles.put("review", EntrySearch.waiting(ReviewStage.SUBMITTED, false, true));
        }
        // The author may have left: somebody else has to see it
        boolean all = me.may(Role.ADMINISTRATOR);
        piles.put(all ? "returnedAll" : "returned", EntrySearch.waiting(ReviewStage.RETURNED, !all, false));
        piles.put("approved", EntrySearch.waiting(ReviewStage.APPROVED, false, false));
        piles.put("drafts", EntrySearch.waiting(ReviewStage.DRAFT, false, false));
        var first = PageRequest.of(0, SHOWN, Order.UNTOUCHED.sort());
        return piles.entrySet().stream()
                .map(pile -> new Pile(
                        pile.getKey(),
                        pile.getValue(),
                        record.entries(pile.getValue().filter(me.id()), required, first)))
                .toList();
    }

    /**
     * The years being written, newest first: a year is written while it lasts, and is finished in the year after. What
     * an older or a closed one lacks is no task any more; the list of entries still finds it.
     */
    private Stream<Integer> writing() {
        int last = LocalDate.now(clock).getYear() - 1;
        return record.unclosed().stream().map(PublishedChronicle::year).filter(year -> year >= last);
    }

    private Gaps gaps(int year, SignedIn me, RequiredReviews required) {
        return new Gaps(
                year,
                Stream.of(Without.values())
                        .map(without -> EntrySearch.lacking(year, without))
                        .map(search -> new Gap(
                                search,
                                record.entries(search.filter(me.id()), required, PageRequest.of(0, 1))
                                        .getTotalElements()))
                        .filter(gap -> gap.count() > 0)
                        .toList(),
                record.emptyMonths(year, LocalDate.now(clock)));
    }
}
