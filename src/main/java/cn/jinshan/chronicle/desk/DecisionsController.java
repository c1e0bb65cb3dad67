package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each change of state that asks on a page of its own: reviewing, publishing, taking down, discarding and the like. */
@Controller
class DecisionsController {

    private static final String ENTRY = WritingController.ENTRY;

    private final EditorialRecord record;
    private final EntryWorkflow writing;
    private final DecisionPage page;

    DecisionsController(EditorialRecord record, EntryWorkflow writing, DecisionPage page) {
        this.record = record;
        this.writing = writing;
        this.page = page;
    }

    @GetMapping(ENTRY + "/submission")
    ModelAndView submission(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("submission", id, kept, me);
    }

    @PostMapping(ENTRY + "/submission")
    ModelAndView submit(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "submission", id, decision, mistakes, me, flash, () -> writing.submit(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/taking-back")
    ModelAndView takingBack(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("taking-back", id, kept, me);
    }

    @PostMapping(ENTRY + "/taking-back")
    ModelAndView takeBack(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "taking-back", id, decision, mistakes, me, flash, () -> writing.takeBack(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/return")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView returning(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("return", id, kept, me);
    }

    @PostMapping(ENTRY + "/return")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView returnToEditor(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        if (decision.getReason().isEmpty()) {
            mistakes.rejectValue("reason", "mistake.return");
        }
        return page.decide(
                "return",
                id,
                decision,
                mistakes,
                me,
                flash,
                () -> writing.returnToEditor(id, decision.seen(), decision.getReason(), me));
    }

    @GetMapping(ENTRY + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approval(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("approval", id, kept, me);
    }

    @PostMapping(ENTRY + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approve(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "approval", id, decision, mistakes, me, flash, () -> writing.approve(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/publication")
    ModelAndView publication(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("publication", id, kept, me);
    }

    @PostMapping(ENTRY + "/publication")
    ModelAndView publish(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "publication",
                id,
                decision,
                mistakes,
                me,
                flash,
                () -> writing.publish(id, decision.seen(), decision.getReason(), me));
    }

    @GetMapping(ENTRY + "/withdrawal")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView withdrawal(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("withdrawal", id, kept, me);
    }

    @PostMapping(ENTRY + "/withdrawal")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        if (decision.getReason().isEmpty()) {
            mistakes.rejectValue("reason", "mistake.reason");
        }
        if (!mistakes.hasErrors()
                && !PersonalInformation.in(decision.getFarewell()).isEmpty()) {
            mistakes.rejectValue("farewell", "mistake.farewell.personal");
        }
        return page.decide(
                "withdrawal",
                id,
                decision,
                mistakes,
                me,
                flash,
                () -> writing.withdraw(id, decision.seen(), decision.getReason(), decision.getFarewell(), me));
    }

    @GetMapping(ENTRY + "/discarding")
    ModelAndView discarding(@PathVariable long id, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("discarding", id, kept, me);
    }

    @PostMapping(ENTRY + "/discarding")
    ModelAndView discard(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "discarding", id, decision, mistakes, me, flash, () -> writing.discard(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    ModelAndView draftFrom(
            @PathVariable long id, @PathVariable int number, RestoredForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("draft-from/" + existing(id, number), id, kept, me);
    }

    @PostMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    ModelAndView draftFrom(
            @PathVariable long id,
            @PathVariable int number,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return page.decide(
                "draft-from/" + existing(id, number),
                id,
                decision,
                mistakes,
                me,
                flash,
                () -> writing.draftFrom(id, number, decision.seen(), me));
    }

    private int existing(long id, int number) {
        return record.entry(id)
                .edition(number)
                .orElseThrow(() -> new NotPublicException("edition"))
                .number();
    }
}
