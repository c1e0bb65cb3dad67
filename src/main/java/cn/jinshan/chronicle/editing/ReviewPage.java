package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.Hints;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Review;
import cn.jinshan.chronicle.entries.WrittenEdition;
import cn.jinshan.chronicle.entries.WrittenEntry;
import cn.jinshan.chronicle.reports.Reporting;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What reviewers see of an edition that is submitted: what it changes, what was found in it, what they may decide. */
@Component
class ReviewPage {

    private final Federation federation;
    private final Hints hints;
    private final Colleagues colleagues;
    private final Reporting reporting;

    ReviewPage(Federation federation, Hints hints, Colleagues colleagues, Reporting reporting) {
        this.federation = federation;
        this.hints = hints;
        this.colleagues = colleagues;
        this.reporting = reporting;
    }

    /** What one member of staff may do to an edition that is submitted. */
    record May(boolean takeBack, boolean review, boolean approve, boolean publish) {

        static May of(SignedIn me, WrittenEdition submitted, RequiredReviews required) {
            var reviewing = submitted.reviewing();
            var standing = submitted.standing(required);
            boolean author = submitted.authors().contains(me.id());
            boolean reviewer = me.may(Role.REVIEWER);
            return new May(
                    author || Objects.equals(reviewing.submittedBy(), me.id()),
                    reviewer && !author,
                    reviewer && !author && !reviewing.isApprovedBy(me.id()) && !standing.isApproved(),
                    standing.isApproved() && (standing.needed() == 0 || reviewer));
        }
    }

    /**
     * Shows an entry whose open edition is submitted.
     *
     * @return the name of its template
     */
    String show(WrittenEntry entry, SignedIn me, Model model) {
        var submitted = entry.open().orElseThrow();
        var required = federation.settings().requiredReviews();
        model.addAttribute("entry", entry);
        model.addAttribute("base", submitted);
        model.addAttribute("standing", submitted.standing(required));
        model.addAttribute("fields", EntryForm.FIELDS);
        model.addAttribute("me", me);
        model.addAttribute("may", May.of(me, submitted, required));
        model.addAttribute("own", submitted.authors().contains(me.id()));
        entry.published()
                .ifPresent(live -> model.addAttribute("live", live)
                        .addAttribute("comparison", Comparison.between(live, submitted)));
        model.addAttribute("text", EntryForm.of(submitted, entry.version()));
        model.addAttribute("personal", Writing.personal(submitted));
        model.addAttribute("hints", hints.of(submitted));
        model.addAttribute("reports", reporting.about(entry.id()));
        model.addAttribute("names", colleagues.names(everybody(entry)));
        return "editing/review";
    }

    /** The accounts of all who had a hand in an entry. */
    static Collection<Long> everybody(WrittenEntry entry) {
        var accounts = new HashSet<Long>();
        entry.editions().stream().flatMap(ReviewPage::everybody).forEach(accounts::add);
        Stream.ofNullable(entry.changedBy()).forEach(accounts::add);
        return accounts;
    }

    private static Stream<Long> everybody(WrittenEdition edition) {
        return Stream.of(
                        edition.authors(),
                        edition.reviewing().reviews().stream()
                                .map(Review::account)
                                .toList(),
                        Stream.ofNullable(edition.reviewing().submittedBy()).toList(),
                        Stream.ofNullable(edition.publishedBy()).toList(),
                        Stream.ofNullable(edition.withdrawnBy()).toList())
                .flatMap(Collection::stream);
    }
}
