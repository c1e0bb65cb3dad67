package cn.jinshan.chronicle.editing;

import static cn.jinshan.chronicle.editing.WritingController.base;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Reviewing;
import cn.jinshan.chronicle.entries.State;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.entries.WrittenEdition;
import cn.jinshan.chronicle.entries.WrittenEntry;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.KeptForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each change of state that asks on a page of its own: reviewing, publishing, taking down, discarding and the like. */
@Controller
class DecisionsController {

    private static final String ENTRY = WritingController.ENTRY;

    private final WholeRecord record;
    private final Writing writing;
    private final Federation federation;
    private final Typing typing;
    private final Colleagues colleagues;
    private final MessageSource messages;

    DecisionsController(
            WholeRecord record,
            Writing writing,
            Federation federation,
            Typing typing,
            Colleagues colleagues,
            MessageSource messages) {
        this.record = record;
        this.writing = writing;
        this.federation = federation;
        this.typing = typing;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    @GetMapping(ENTRY + "/submission")
    ModelAndView submission(@PathVariable long id, KeptForm kept) {
        return ask("submission", id, kept);
    }

    @PostMapping(ENTRY + "/submission")
    ModelAndView submit(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "submission",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> base(entry).isSubmitted()
                        && Objects.equals(base(entry).reviewing().submittedBy(), me.id()),
                () -> writing.submit(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/taking-back")
    ModelAndView takingBack(@PathVariable long id, KeptForm kept) {
        return ask("taking-back", id, kept);
    }

    @PostMapping(ENTRY + "/taking-back")
    ModelAndView takeBack(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "taking-back",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> entry.draft()
                        .map(WrittenEdition::reviewing)
                        .filter(Reviewing::isTakenBack)
                        .isPresent(),
                () -> writing.takeBack(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/return")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView returning(@PathVariable long id, KeptForm kept) {
        return ask("return", id, kept);
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
        return decide(
                "return",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> entry.draft()
                        .map(WrittenEdition::reviewing)
                        .filter(Reviewing::returned)
                        .isPresent(),
                () -> writing.returnToEditor(id, decision.seen(), decision.getReason(), me));
    }

    @GetMapping(ENTRY + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approval(@PathVariable long id, KeptForm kept) {
        return ask("approval", id, kept);
    }

    @PostMapping(ENTRY + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approve(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "approval",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> base(entry).reviewing().isApprovedBy(me.id()),
                () -> writing.approve(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/publication")
    ModelAndView publication(@PathVariable long id, KeptForm kept) {
        return ask("publication", id, kept);
    }

    @PostMapping(ENTRY + "/publication")
    ModelAndView publish(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "publication",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> entry.open().isEmpty() && entry.published().isPresent(),
                () -> writing.publish(id, decision.seen(), decision.getReason(), me));
    }

    @GetMapping(ENTRY + "/withdrawal")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView withdrawal(@PathVariable long id, KeptForm kept) {
        return ask("withdrawal", id, kept);
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
        return decide(
                "withdrawal",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> base(entry).state() == State.WITHDRAWN,
                () -> writing.withdraw(id, decision.seen(), decision.getReason(), decision.getFarewell(), me));
    }

    @GetMapping(ENTRY + "/discarding")
    ModelAndView discarding(@PathVariable long id, KeptForm kept) {
        return ask("discarding", id, kept);
    }

    @PostMapping(ENTRY + "/discarding")
    ModelAndView discard(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "discarding",
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> entry.open().isEmpty(),
                () -> writing.discard(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    ModelAndView draftFrom(@PathVariable long id, @PathVariable int number, KeptForm kept) {
        return ask("draft-from/" + existing(id, number), id, kept);
    }

    @PostMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    ModelAndView draftFrom(
            @PathVariable long id,
            @PathVariable int number,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        return decide(
                "draft-from/" + existing(id, number),
                id,
                decision,
                mistakes,
                me,
                flash,
                entry -> entry.draft().filter(draft -> draft.number() > number).isPresent(),
                () -> writing.draftFrom(id, number, decision.seen(), me));
    }

    private int existing(long id, int number) {
        return record.entry(id)
                .edition(number)
                .orElseThrow(() -> new NotPublicException("edition"))
                .number();
    }

    @GetMapping(ENTRY + "/working-copy/discarding")
    ModelAndView forgetting(@PathVariable long id, KeptForm kept) {
        return ask("working-copy/discarding", id, kept);
    }

    /** Throws away what somebody typed and did not save. */
    @PostMapping(ENTRY + "/working-copy/discarding")
    String forget(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        typing.drop(me, id, "");
        return "redirect:/admin/entries/" + id;
    }

    @GetMapping(WritingController.NEW + "/working-copy/discarding")
    ModelAndView forgettingBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var title = typing.typed(me, null, copy.toString())
                .orElseThrow(() -> new NotPublicException("copy"))
                .form()
                .getTitle();
        return new Question(
                        "begun",
                        "/admin/entries",
                        WritingController.NEW + "/working-copy/discarding",
                        WritingController.NEW + "?copy=" + copy,
                        title.isEmpty() ? messages.getMessage("write.untitled", null, locale) : title,
                        Map.of("copy", List.of(copy.toString())),
                        List.of(),
                        null)
                .page();
    }

    /** Throws away what somebody began to write as a new entry and never saved. */
    @PostMapping(WritingController.NEW + "/working-copy/discarding")
    String forgetBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        typing.drop(me, null, copy.toString());
        flash.addFlashAttribute("done", "begun");
        return "redirect:/admin/entries";
    }

    private ModelAndView ask(String what, long id, KeptForm kept) {
        var entry = record.entry(id);
        var decision = new Decision();
        decision.setVersion(String.valueOf(entry.version()));
        kept.into("decision", decision);
        return asked(what, entry, HttpStatus.OK).addObject("decision", decision);
    }

    /**
     * @param what the part of the address after that of the entry; its words are those of the messages {@code ask.*}
     */
    private ModelAndView asked(String what, WrittenEntry entry, HttpStatus status) {
        var base = base(entry);
        var page = new ModelAndView("editing/decision");
        page.setStatus(status);
        return page.addObject("address", "/admin/entries/" + entry.id() + "/" + what)
                .addObject("what", name(what))
                .addObject("number", number(what))
                .addObject("entry", entry)
                .addObject("base", base)
                .addObject("standing", base.standing(federation.settings().requiredReviews()))
                .addObject("impossible", impossible(what, base))
                .addObject("personal", Writing.personal(base));
    }

    /** Why something is not to be decided as the entry stands, if so. */
    private @Nullable MessageSourceResolvable impossible(String what, WrittenEdition base) {
        var standing = base.standing(federation.settings().requiredReviews());
        return switch (what) {
            case "submission", "discarding" ->
                base.state() == State.DRAFT ? null : refusal(base.isSubmitted() ? "submitted" : "noDraft");
            case "taking-back", "return", "approval" -> base.isSubmitted() ? null : refusal("notSubmitted");
            case "publication" ->
                switch (standing.stage()) {
                    case APPROVED -> null;
                    case DRAFT, RETURNED -> standing.needed() == 0 ? null : refusal("reviewFirst", standing.needed());
                    case SUBMITTED -> refusal("approvalsMissing", standing.approvals(), standing.needed());
                    case PUBLISHED, SUPERSEDED, WITHDRAWN -> refusal("noDraft");
                };
            default -> null;
        };
    }

    private static MessageSourceResolvable refusal(String reason, Object... details) {
        return new RefusedException(reason, details).reason();
    }

    private static int number(String what) {
        var digits = what.replaceFirst("\\D*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String name(String what) {
        return what.replaceFirst("/\\d+$", "");
    }

    /**
     * Does what was decided, or asks again and says why not.
     *
     * @param done whether the entry is already as was wanted, so that a second press of the same button does no harm
     */
    private ModelAndView decide(
            String what,
            long id,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Predicate<WrittenEntry> done,
            Runnable change) {
        if (!mistakes.hasErrors()) {
            try {
                change.run();
                return decided(what, id, flash);
            } catch (UnconfirmedException unconfirmed) {
                mistakes.rejectValue("reason", "mistake.personal");
            } catch (ConcurrencyFailureException | RefusedException stale) {
                var entry = record.entry(id);
                return Objects.equals(entry.changedBy(), me.id()) && done.test(entry)
                        ? decided(what, id, flash)
                        : stale(what, entry, decision, stale).addAllObjects(mistakes.getModel());
            }
        }
        return asked(what, record.entry(id), HttpStatus.UNPROCESSABLE_CONTENT).addAllObjects(mistakes.getModel());
    }

    private ModelAndView stale(String what, WrittenEntry entry, Decision decision, RuntimeException reason) {
        decision.setVersion(String.valueOf(entry.version()));
        return asked(what, entry, HttpStatus.CONFLICT)
                .addObject("stale", true)
                .addObject("refused", reason instanceof RefusedException refused ? refused.reason() : null)
                .addObject(
                        "names",
                        colleagues.names(Stream.ofNullable(entry.changedBy()).toList()));
    }

    private ModelAndView decided(String what, long id, RedirectAttributes flash) {
        flash.addFlashAttribute("done", name(what));
        return new ModelAndView(record.exists(id) ? "redirect:/admin/entries/" + id : "redirect:/admin/entries");
    }
}
