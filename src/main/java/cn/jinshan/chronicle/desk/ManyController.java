package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Submitting, approving and publishing many entries at once: all of them, or none and a list of what was refused and
 * why.
 */
@Controller
class ManyController {

    private static final String ENTRIES = "/admin/entries";

    private final EditorialRecord record;
    private final EntryWorkflow writing;

    ManyController(EditorialRecord record, EntryWorkflow writing) {
        this.record = record;
        this.writing = writing;
    }

    /**
     * One of the chosen entries, as the page that asks shows it.
     *
     * @param findings what in it seems to be personal information
     */
    record Row(Chosen chosen, EditorialEntry entry, List<Finding> findings) {}

    @GetMapping(ENTRIES + "/submission")
    ModelAndView submission(RestoredForm kept) {
        return ask("submission", kept);
    }

    @PostMapping(ENTRIES + "/submission")
    ModelAndView submit(
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        return decide("submission", entries, decision, mistakes, me, flash, () -> writing.submitAll(entries, me));
    }

    @GetMapping(ENTRIES + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approval(RestoredForm kept) {
        return ask("approval", kept);
    }

    @PostMapping(ENTRIES + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approve(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean sure,
            @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        return onceSure(
                "approval", sure, entries, decision, mistakes, me, flash, () -> writing.approveAll(entries, me));
    }

    @GetMapping(ENTRIES + "/publication")
    ModelAndView publication(RestoredForm kept) {
        return ask("publication", kept);
    }

    /** @param decision with the reason why what seems to be personal information may be published */
    @PostMapping(ENTRIES + "/publication")
    ModelAndView publish(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean sure,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        return onceSure(
                "publication",
                sure,
                entries,
                decision,
                mistakes,
                me,
                flash,
                () -> writing.publishAll(entries, decision.getReason(), me));
    }

    /** @param sure whether the page that says what it means, and for which entries, has been seen */
    private ModelAndView onceSure(
            String what,
            boolean sure,
            List<Chosen> chosen,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Runnable change) {
        if (mistakes.hasErrors()) {
            return page(what, chosen, decision, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return sure || chosen.isEmpty()
                ? decide(what, chosen, decision, mistakes, me, flash, change)
                : page(what, chosen, decision, Map.of(), HttpStatus.OK);
    }

    private ModelAndView ask(String what, RestoredForm kept) {
        var chosen = Chosen.read(kept.fields().getOrDefault("chosen", List.of()));
        var decision = new Decision();
        kept.into("decision", decision);
        return page(what, chosen, decision, Map.of(), HttpStatus.OK);
    }

    /**
     * Does what was decided for all, or asks again and says why not. What a press before this one has done already is
     * left out of that.
     */
    private ModelAndView decide(
            String what,
            List<Chosen> chosen,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Runnable change) {
        if (chosen.isEmpty()) {
            return page(what, chosen, decision, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Map<Long, MessageSourceResolvable> reasons;
        try {
            change.run();
            return decided(what, chosen, flash);
        } catch (SomeRefusedException refused) {
            reasons = refused.reasons();
        } catch (ConcurrencyFailureException busy) {
            reasons = chosen.stream().map(Chosen::id).distinct().collect(toMap(id -> id, id -> EntryWorkflow.STALE));
        }
        var present = record.entries(reasons.keySet());
        var done = present.values().stream()
                .filter(entry -> DecisionPage.isDone(what, entry, me))
                .map(EditorialEntry::id)
                .collect(toSet());
        var left = chosen.stream().filter(one -> !done.contains(one.id())).toList();
        if (left.isEmpty()) {
            return decided(what, chosen, flash);
        }
        var refused = new TreeMap<>(reasons);
        refused.keySet().removeAll(done);
        if (refused.values().removeIf(ManyController::isUnconfirmed) && refused.isEmpty()) {
            mistakes.rejectValue("reason", PublicTextForm.UNCONFIRMED);
            return page(what, left, decision, refused, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(what, left, decision, refused, HttpStatus.CONFLICT);
    }

    private static ModelAndView decided(String what, List<Chosen> chosen, RedirectAttributes flash) {
        flash.addFlashAttribute("many", what).addFlashAttribute("count", chosen.size());
        return new ModelAndView("redirect:/admin");
    }

    /** Whether only a reason is missing why something may be published. */
    private static boolean isUnconfirmed(MessageSourceResolvable refusal) {
        return List.of(Objects.requireNonNull(refusal.getCodes())).contains(PublicTextForm.UNCONFIRMED);
    }

    /** Shows what was chosen: what was refused with its reason, the rest to go on with. */
    private ModelAndView page(
            String what,
            List<Chosen> chosen,
            Decision decision,
            Map<Long, MessageSourceResolvable> refused,
            HttpStatus status) {
        var entries = record.entries(chosen.stream().map(Chosen::id).toList());
        var left = chosen.stream()
                .filter(one -> !refused.containsKey(one.id()))
                .flatMap(one -> Stream.ofNullable(entries.get(one.id()))
                        .map(entry -> new Row(one, entry, EntryWorkflow.personal(WritingController.base(entry)))))
                .toList();
        var page = new ModelAndView("editing/many");
        page.setStatus(status);
        return page.addObject("what", what)
                .addObject("chosen", chosen)
                .addObject("refused", refused)
                .addObject("entries", entries)
                .addObject("left", left)
                .addObject("decision", decision)
                .addObject(
                        "personal",
                        left.stream().filter(row -> !row.findings().isEmpty()).toList());
    }
}
