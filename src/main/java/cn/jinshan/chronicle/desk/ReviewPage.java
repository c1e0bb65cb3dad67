package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.Review;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.reports.ReportHandling;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Data for the review of a submitted edition: its changes, the hints, and the possible decisions. */
@Component
class ReviewPage {

    private static final Set<Transition> DECISIONS =
            EnumSet.of(Transition.APPROVE, Transition.RETURN, Transition.TAKE_BACK, Transition.PUBLISH);

    private final Federation federation;
    private final EntryHints hints;
    private final Comparisons comparisons;
    private final Colleagues colleagues;
    private final ReportHandling reporting;
    private final HighlightChoice highlightChoice;

    ReviewPage(
            Federation federation,
            EntryHints hints,
            Comparisons comparisons,
            Colleagues colleagues,
            ReportHandling reporting,
            HighlightChoice highlightChoice) {
        this.federation = federation;
        this.hints = hints;
        this.comparisons = comparisons;
        this.colleagues = colleagues;
        this.reporting = reporting;
        this.highlightChoice = highlightChoice;
    }

    /** Shows an entry whose open edition is submitted; returns the name of its template. */
    String show(EditorialEntry entry, SignedIn me, Model model) {
        var submitted = entry.open().orElseThrow();
        var required = federation.settings().requiredReviews();
        about(entry, Stream.empty(), me, model);
        model.addAttribute("base", submitted);
        model.addAttribute("standing", submitted.standing(required));
        model.addAttribute("fields", EntryFields.NAMES);
        model.addAttribute("me", me);
        boolean reviewer = me.may(Role.REVIEWER);
        model.addAttribute(
                "may",
                DECISIONS.stream()
                        .filter(transition -> reviewer || !transition.isForReviewers())
                        .filter(transition -> transition
                                .refusal(submitted, required, me.id(), reviewer)
                                .isEmpty())
                        .map(Transition::path)
                        .collect(toSet()));
        model.addAttribute("own", submitted.authors().contains(me.id()));
        entry.before(submitted)
                .ifPresent(earlier -> model.addAttribute("earlier", earlier)
                        .addAttribute("comparison", comparisons.between(earlier, submitted)));
        model.addAttribute("said", comparisons.shown(submitted));
        model.addAttribute("hints", hints.of(submitted));
        return "desk/review";
    }

    /**
     * Adds an entry, what to look at in it and to do with it, and the names of all who had a hand in it and of others.
     */
    void about(EditorialEntry entry, Stream<Long> others, SignedIn me, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("personal", PersonalInformation.in(entry.base().text()));
        model.addAttribute("reports", reporting.about(entry.id()));
        model.addAttribute("chooses", highlightChoice.isOf(me));
        model.addAttribute("names", colleagues.names(Stream.concat(everybody(entry), others)));
    }

    /** The accounts of all who had a hand in an entry. */
    static Stream<@Nullable Long> everybody(EditorialEntry entry) {
        return Stream.concat(
                Stream.ofNullable(entry.changedBy()), entry.editions().stream().flatMap(ReviewPage::everybody));
    }

    private static Stream<@Nullable Long> everybody(EditorialEdition edition) {
        var reviewing = edition.reviewing();
        return Stream.of(
                        edition.authors().stream(),
                        reviewing.reviews().stream().map(Review::account),
                        Stream.of(reviewing.submittedBy(), edition.publishedBy(), edition.withdrawnBy()))
                .flatMap(accounts -> accounts);
    }
}
