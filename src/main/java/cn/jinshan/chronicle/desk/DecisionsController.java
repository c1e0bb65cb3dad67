package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.proofreading.UnconfirmedException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Page for each {@link Transition} of an entry: asks for confirmation, then makes it. */
@Controller
@RequestMapping({
    WritingController.ENTRY + "/submission",
    WritingController.ENTRY + "/taking-back",
    WritingController.ENTRY + "/return",
    WritingController.ENTRY + "/approval",
    WritingController.ENTRY + "/publication",
    WritingController.ENTRY + "/withdrawal",
    WritingController.ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}",
    WritingController.ENTRY + "/discarding"
})
class DecisionsController {

    /** Before which the writer sees once more what could be better. */
    private static final Set<Transition> ABOUT_TEXT =
            EnumSet.of(Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH);

    private final EditorialRecord record;
    private final EntryWorkflow workflow;
    private final Federation federation;
    private final Colleagues colleagues;
    private final EntryHints hints;

    DecisionsController(
            EditorialRecord record,
            EntryWorkflow workflow,
            Federation federation,
            Colleagues colleagues,
            EntryHints hints) {
        this.record = record;
        this.workflow = workflow;
        this.federation = federation;
        this.colleagues = colleagues;
        this.hints = hints;
    }

    /** @param edition the number of the edition; empty if the address names none */
    @GetMapping
    ModelAndView ask(
            @ModelAttribute(binding = false) Transition transition,
            @PathVariable long id,
            @PathVariable("number") Optional<Integer> edition,
            @ModelAttribute(name = "decision", binding = false) Decision decision,
            RestoredForm kept,
            @AuthenticationPrincipal SignedIn me) {
        int number = edition.orElse(0);
        refuseAbsent(id, number);
        var entry = record.entry(id);
        decision.show(entry.version());
        kept.into("decision", decision);
        return page(transition, entry, number, me, HttpStatus.OK);
    }

    /** Makes the transition, or asks again with the reason for the refusal. Pressing the button twice does no harm. */
    @PostMapping
    ModelAndView decide(
            @ModelAttribute(binding = false) Transition transition,
            @PathVariable long id,
            @PathVariable("number") Optional<Integer> edition,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        int number = edition.orElse(0);
        refuseAbsent(id, number);
        check(transition, decision, mistakes);
        if (!mistakes.hasErrors()) {
            try {
                workflow.change(transition, id, number, decision, me);
                return done(transition, id, flash);
            } catch (UnconfirmedException unconfirmed) {
                mistakes.rejectValue("reason", "mistake.personal");
            } catch (ConcurrencyFailureException | RefusedException refused) {
                var entry = record.entry(id);
                return transition.isDone(entry, number, me.id())
                        ? done(transition, id, flash)
                        : refused(transition, entry, number, decision, me, refused);
            }
        }
        return page(transition, record.entry(id), number, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void check(Transition transition, Decision decision, BindingResult mistakes) {
        var reasonMissing = transition.reasonMissing();
        if (reasonMissing != null && decision.reason.isEmpty()) {
            mistakes.rejectValue("reason", reasonMissing);
        }
        if (transition == Transition.WITHDRAW
                && !mistakes.hasErrors()
                && !PersonalInformation.in(decision.farewell).isEmpty()) {
            mistakes.rejectValue("farewell", "mistake.farewell.personal");
        }
    }

    private ModelAndView done(Transition transition, long id, RedirectAttributes flash) {
        flash.addFlashAttribute("done", transition.path());
        return new ModelAndView(record.exists(id) ? "redirect:/admin/entries/" + id : "redirect:/admin/entries");
    }

    private ModelAndView refused(
            Transition transition,
            EditorialEntry entry,
            int number,
            Decision decision,
            SignedIn me,
            RuntimeException reason) {
        boolean stale = decision.seen() != entry.version();
        decision.show(entry.version());
        return page(transition, entry, number, me, HttpStatus.CONFLICT)
                .addObject("stale", stale || !(reason instanceof RefusedException))
                .addObject("refused", reason instanceof RefusedException refused ? refused.reason() : null)
                .addObject("names", colleagues.names(Stream.ofNullable(entry.changedBy())));
    }

    private ModelAndView page(Transition transition, EditorialEntry entry, int number, SignedIn me, HttpStatus status) {
        var required = federation.settings().requiredReviews();
        var edition = transition.about(entry);
        return new ModelAndView("desk/decision", status)
                .addObject(
                        "address",
                        "/admin/entries/" + entry.id() + "/" + transition.path() + (number == 0 ? "" : "/" + number))
                .addObject("what", transition.path())
                .addObject("number", number)
                .addObject("entry", entry)
                .addObject("base", edition)
                .addObject("standing", edition.standing(required))
                .addObject(
                        "impossible",
                        transition
                                .refusal(edition, required, me.id(), me.may(Role.REVIEWER))
                                .orElse(null))
                .addObject("personal", PersonalInformation.in(edition.text()))
                .addObject("hints", ABOUT_TEXT.contains(transition) ? hints.of(edition) : List.of());
    }

    private void refuseAbsent(long id, int number) {
        if (number > 0 && record.entry(id).edition(number).isEmpty()) {
            throw new NotPublicException("edition");
        }
    }
}
