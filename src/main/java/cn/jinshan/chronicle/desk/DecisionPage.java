package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditionState;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Reviewing;
import cn.jinshan.chronicle.proofreading.UnconfirmedException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that asks before the state of an entry changes, and what follows the answer. A change is named by the part
 * of its address after that of the entry, such as {@code publication}; its words are those of the messages
 * {@code ask.*}.
 */
@Component
class DecisionPage {

    private final EditorialRecord record;
    private final Federation federation;
    private final Colleagues colleagues;

    DecisionPage(EditorialRecord record, Federation federation, Colleagues colleagues) {
        this.record = record;
        this.federation = federation;
        this.colleagues = colleagues;
    }

    /** Asks. */
    ModelAndView ask(String what, long id, RestoredForm kept, SignedIn me) {
        var entry = record.entry(id);
        var decision = new Decision();
        decision.show(entry.version());
        kept.into("decision", decision);
        return asked(what, entry, me, HttpStatus.OK).addObject("decision", decision);
    }

    /** Does what was decided, or asks again and says why not. A second press of the same button does no harm. */
    ModelAndView decide(
            String what,
            long id,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Runnable change) {
        if (!mistakes.hasErrors()) {
            try {
                change.run();
                return decided(what, id, flash);
            } catch (UnconfirmedException unconfirmed) {
                mistakes.rejectValue("reason", "mistake.personal");
            } catch (ConcurrencyFailureException | RefusedException refused) {
                var entry = record.entry(id);
                return isDone(what, entry, me)
                        ? decided(what, id, flash)
                        : refused(what, entry, decision, me, refused).addAllObjects(mistakes.getModel());
            }
        }
        return asked(what, record.entry(id), me, HttpStatus.UNPROCESSABLE_CONTENT)
                .addAllObjects(mistakes.getModel());
    }

    private ModelAndView decided(String what, long id, RedirectAttributes flash) {
        flash.addFlashAttribute("done", name(what));
        return new ModelAndView(record.exists(id) ? "redirect:/admin/entries/" + id : "redirect:/admin/entries");
    }

    private ModelAndView refused(
            String what, EditorialEntry entry, Decision decision, SignedIn me, RuntimeException reason) {
        boolean stale = decision.seen() != entry.version();
        decision.show(entry.version());
        return asked(what, entry, me, HttpStatus.CONFLICT)
                .addObject("stale", stale || !(reason instanceof RefusedException))
                .addObject("refused", reason instanceof RefusedException refused ? refused.reason() : null)
                .addObject(
                        "names",
                        colleagues.names(Stream.ofNullable(entry.changedBy()).toList()));
    }

    private ModelAndView asked(String what, EditorialEntry entry, SignedIn me, HttpStatus status) {
        var required = federation.settings().requiredReviews();
        var edition = about(what, entry);
        var page = new ModelAndView("editing/decision");
        page.setStatus(status);
        return page.addObject("address", "/admin/entries/" + entry.id() + "/" + what)
                .addObject("what", name(what))
                .addObject("number", number(what))
                .addObject("entry", entry)
                .addObject("base", edition)
                .addObject("standing", edition.standing(required))
                .addObject("impossible", impossible(what, edition, me, required))
                .addObject("personal", EntryWorkflow.personal(edition));
    }

    /** Whether an entry is already as somebody wanted it, by their own hand. */
    static boolean isDone(String what, EditorialEntry entry, SignedIn me) {
        return Objects.equals(entry.changedBy(), me.id()) && isDone(what, entry, me.id());
    }

    private static boolean isDone(String what, EditorialEntry entry, long me) {
        var base = WritingController.base(entry);
        return switch (name(what)) {
            case "submission" ->
                base.isSubmitted() && Objects.equals(base.reviewing().submittedBy(), me);
            case "taking-back" ->
                entry.draft()
                        .map(EditorialEdition::reviewing)
                        .filter(Reviewing::isTakenBack)
                        .isPresent();
            case "return" ->
                entry.draft()
                        .map(EditorialEdition::reviewing)
                        .filter(Reviewing::returned)
                        .isPresent();
            case "approval" -> base.reviewing().isApprovedBy(me);
            case "publication" -> entry.open().isEmpty() && entry.published().isPresent();
            case "withdrawal" -> about(what, entry).state() == EditionState.WITHDRAWN;
            case "discarding" -> entry.open().isEmpty();
            case "draft-from" ->
                entry.draft().filter(draft -> draft.number() > number(what)).isPresent();
            default -> false;
        };
    }

    /** The edition that a decision is about: what is taken down is what the public reads, or read last. */
    private static EditorialEdition about(String what, EditorialEntry entry) {
        var base = WritingController.base(entry);
        return what.equals("withdrawal")
                ? entry.published().or(() -> entry.before(base)).orElse(base)
                : base;
    }

    /** Why something is not for them to decide as an edition stands, if so; the record itself refuses the same. */
    static @Nullable MessageSourceResolvable impossible(
            String what, EditorialEdition edition, SignedIn me, RequiredReviews required) {
        var standing = edition.standing(required);
        int needed = standing.needed();
        boolean draft = edition.state() == EditionState.DRAFT;
        boolean submitted = edition.isSubmitted();
        boolean author = edition.authors().contains(me.id());
        boolean submitter = Objects.equals(edition.reviewing().submittedBy(), me.id());
        return switch (what) {
            case "submission" ->
                first(
                        refusal(edition.isShutOut(), "closed"),
                        refusal(submitted, "submitted"),
                        refusal(!draft, "noDraft"));
            case "discarding" -> first(refusal(submitted, "submitted"), refusal(!draft, "noDraft"));
            case "taking-back" ->
                first(refusal(!submitted, "notSubmitted"), refusal(!author && !submitter, "notYours"));
            case "return" -> first(refusal(!submitted, "notSubmitted"), refusal(author, "ownWork"));
            case "approval" ->
                first(
                        refusal(!submitted, "notSubmitted"),
                        refusal(edition.isShutOut(), "closed"),
                        refusal(author, "ownWork"),
                        refusal(standing.isApproved(), "approvedEnough"),
                        refusal(edition.reviewing().isApprovedBy(me.id()), "approvedByYou"));
            case "publication" ->
                first(
                        refusal(!edition.isOpen(), "noDraft"),
                        refusal(edition.isShutOut(), "closed"),
                        refusal(draft && needed > 0, "reviewFirst", needed),
                        refusal(needed > 0 && !me.may(Role.REVIEWER), "reviewerPublishes"),
                        refusal(!standing.isApproved(), "approvalsMissing", standing.approvals(), needed));
            default -> null;
        };
    }

    private static @Nullable MessageSourceResolvable first(@Nullable MessageSourceResolvable... refusals) {
        return Stream.of(refusals).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable MessageSourceResolvable refusal(boolean holds, String reason, Object... details) {
        return holds ? new RefusedException(reason, details).reason() : null;
    }

    private static int number(String what) {
        var digits = what.replaceFirst("\\D*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String name(String what) {
        return what.replaceFirst("/\\d+$", "");
    }
}
