package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.entries.WrittenEntry;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.KeptForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishing, taking down, discarding, writing on from an old edition: each asks on a page of its own. */
@Controller
class DecisionsController {

    private static final String ENTRY = WritingController.ENTRY;

    private final WholeRecord record;
    private final Writing writing;
    private final Typing typing;
    private final Colleagues colleagues;

    DecisionsController(WholeRecord record, Writing writing, Typing typing, Colleagues colleagues) {
        this.record = record;
        this.writing = writing;
        this.typing = typing;
        this.colleagues = colleagues;
    }

    @GetMapping(ENTRY + "/publication")
    String publication(@PathVariable long id, KeptForm kept, Model model) {
        return ask("publication", id, kept, model);
    }

    @PostMapping(ENTRY + "/publication")
    String publish(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                "publication",
                id,
                decision,
                mistakes,
                me,
                model,
                response,
                flash,
                entry -> entry.draft().isEmpty() && entry.published().isPresent(),
                () -> writing.publish(id, decision.seen(), decision.getReason(), me));
    }

    @GetMapping(ENTRY + "/withdrawal")
    @PreAuthorize("hasRole('REVIEWER')")
    String withdrawal(@PathVariable long id, KeptForm kept, Model model) {
        return ask("withdrawal", id, kept, model);
    }

    @PostMapping(ENTRY + "/withdrawal")
    @PreAuthorize("hasRole('REVIEWER')")
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
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
                model,
                response,
                flash,
                entry -> entry.published().isEmpty(),
                () -> writing.withdraw(id, decision.seen(), decision.getReason(), decision.getFarewell(), me));
    }

    @GetMapping(ENTRY + "/discarding")
    String discarding(@PathVariable long id, KeptForm kept, Model model) {
        return ask("discarding", id, kept, model);
    }

    @PostMapping(ENTRY + "/discarding")
    String discard(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide(
                "discarding",
                id,
                decision,
                mistakes,
                me,
                model,
                response,
                flash,
                entry -> entry.draft().isEmpty(),
                () -> writing.discard(id, decision.seen(), me));
    }

    @GetMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    String draftFrom(@PathVariable long id, @PathVariable int number, KeptForm kept, Model model) {
        model.addAttribute("number", existing(id, number));
        return ask("draft-from", id, kept, model);
    }

    @PostMapping(ENTRY + "/draft-from/{number:[1-9]\\d{0,8}}")
    String draftFrom(
            @PathVariable long id,
            @PathVariable int number,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("number", existing(id, number));
        return decide(
                "draft-from",
                id,
                decision,
                mistakes,
                me,
                model,
                response,
                flash,
                entry -> entry.draft().isPresent(),
                () -> writing.draftFrom(id, number, decision.seen(), me));
    }

    private int existing(long id, int number) {
        return record.entry(id)
                .edition(number)
                .orElseThrow(() -> new NotPublicException("edition"))
                .number();
    }

    /** Throws away what somebody typed and did not save. */
    @GetMapping(ENTRY + "/working-copy/discarding")
    String forgetting(@PathVariable long id, KeptForm kept, Model model) {
        return ask("working-copy/discarding", id, kept, model);
    }

    @PostMapping(ENTRY + "/working-copy/discarding")
    String forget(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        typing.drop(me, id, "");
        return "redirect:/admin/entries/" + id;
    }

    private String ask(String what, long id, KeptForm kept, Model model) {
        var entry = record.entry(id);
        var decision = new Decision();
        decision.setVersion(String.valueOf(entry.version()));
        kept.into("decision", decision);
        model.addAttribute("decision", decision);
        return asked(what, entry, model);
    }

    private String asked(String what, WrittenEntry entry, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("entry", entry);
        model.addAttribute("base", WritingController.base(entry));
        model.addAttribute("personal", Writing.personal(WritingController.base(entry)));
        return "editing/decision";
    }

    /**
     * Does what was decided, or asks again and says why not.
     *
     * @param done whether the entry is already as was wanted, so that a second press of the same button does no harm
     */
    private String decide(
            String what,
            long id,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            Model model,
            HttpServletResponse response,
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
                return stale(what, id, decision, stale, me, model, response, flash, done);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return asked(what, record.entry(id), model);
    }

    private String stale(
            String what,
            long id,
            Decision decision,
            RuntimeException reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Predicate<WrittenEntry> done) {
        var entry = record.entry(id);
        if (me.id() == Objects.requireNonNullElse(entry.changedBy(), 0L) && done.test(entry)) {
            return decided(what, id, flash);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", true);
        if (reason instanceof RefusedException refused) {
            model.addAttribute("refused", refused.reason());
        }
        model.addAttribute("names", colleagues.names(List.of(Objects.requireNonNullElse(entry.changedBy(), 0L))));
        decision.setVersion(String.valueOf(entry.version()));
        return asked(what, entry, model);
    }

    private String decided(String what, long id, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return record.exists(id) ? "redirect:/admin/entries/" + id : "redirect:/admin/entries";
    }
}
