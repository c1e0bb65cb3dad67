package cn.jinshan.chronicle.editing;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.entries.EntryFilter;
import cn.jinshan.chronicle.entries.EntryFilter.Without;
import cn.jinshan.chronicle.entries.EntryRow;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Stage;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.entries.WholeRecord.Order;
import cn.jinshan.chronicle.reports.Reporting;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Journal;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk: what waits for the reader, what lacks something, what happened lately. */
@Controller
class DeskController {

    private static final int SHOWN = 5;
    private static final int LATELY = 10;

    private final WholeRecord record;
    private final Federation federation;
    private final Typing typing;
    private final Reporting reporting;
    private final Journal journal;
    private final Colleagues colleagues;

    DeskController(
            WholeRecord record,
            Federation federation,
            Typing typing,
            Reporting reporting,
            Journal journal,
            Colleagues colleagues) {
        this.record = record;
        this.federation = federation;
        this.typing = typing;
        this.reporting = reporting;
        this.journal = journal;
        this.colleagues = colleagues;
    }

    /**
     * Entries that wait, the longest first.
     *
     * @param name of its messages {@code desk.*}
     * @param address of all of them
     */
    record Pile(String name, String address, Page<EntryRow> rows) {}

    @GetMapping("/admin")
    String desk(@AuthenticationPrincipal SignedIn me, Model model) {
        var required = federation.settings().requiredReviews();
        var piles = piles(me, required);
        model.addAttribute("piles", piles);
        var lately = journal.recent(LATELY);
        model.addAttribute("lately", lately);
        model.addAttribute(
                "names",
                colleagues.names(Stream.concat(
                                piles.stream()
                                        .flatMap(pile -> pile.rows().stream())
                                        .map(EntryRow::changedBy),
                                lately.stream().map(Journal.Done::account))
                        .filter(Objects::nonNull)
                        .collect(toSet())));
        model.addAttribute("openReports", reporting.open());
        model.addAttribute("reports", reporting.newest(SHOWN));
        model.addAttribute("suspectReports", reporting.suspects());
        model.addAttribute("reviewersMissing", me.may(Role.ADMINISTRATOR) && reviewersMissing(required));
        model.addAttribute("begun", typing.begun(me));
        Stream.concat(record.unclosed().stream(), record.chronicles().stream())
                .findFirst()
                .ifPresent(chronicle -> {
                    var year = EntryFilter.ALL.inYear(chronicle.year());
                    model.addAttribute("chronicle", chronicle);
                    model.addAttribute("coverage", record.coverage(chronicle.year()));
                    model.addAttribute("undated", count(year.without(Without.DATE), required));
                    model.addAttribute("noEasyRead", count(year.without(Without.EASY_READ), required));
                });
        return "editing/desk";
    }

    /** Whether so few can review now that nothing could ever be approved. */
    private boolean reviewersMissing(RequiredReviews required) {
        return colleagues.reviewers() < Math.max(required.ofNew(), required.ofCorrections());
    }

    private List<Pile> piles(SignedIn me, RequiredReviews required) {
        var toReview = me.may(Role.REVIEWER)
                ? Stream.of(pile(
                        "review",
                        "stage=SUBMITTED&forMe=true",
                        EntryFilter.ALL.inStage(Stage.SUBMITTED).reviewableBy(me.id()),
                        required))
                : Stream.<Pile>empty();
        return Stream.concat(
                        toReview,
                        Stream.of(
                                pile(
                                        "returned",
                                        "stage=RETURNED&mine=true",
                                        EntryFilter.ALL.inStage(Stage.RETURNED).writtenBy(me.id()),
                                        required),
                                pile(
                                        "approved",
                                        "stage=APPROVED&all=true",
                                        EntryFilter.ALL.inStage(Stage.APPROVED),
                                        required),
                                pile("drafts", "stage=DRAFT&all=true", EntryFilter.ALL.inStage(Stage.DRAFT), required)))
                .toList();
    }

    private Pile pile(String name, String query, EntryFilter filter, RequiredReviews required) {
        return new Pile(
                name,
                "/admin/entries?year=0&" + query + "&order=" + Order.UNTOUCHED,
                record.entries(filter, required, PageRequest.of(0, SHOWN, Order.UNTOUCHED.sort())));
    }

    private long count(EntryFilter filter, RequiredReviews required) {
        return record.entries(filter, required, PageRequest.of(0, 1)).getTotalElements();
    }
}
