package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Page that submits, approves or publishes many entries at once: all, or none with a list of refusals. */
@Controller
@RequestMapping({"/admin/entries/submission", "/admin/entries/approval", "/admin/entries/publication"})
class ManyController {

    private final EditorialRecord record;
    private final EntryWorkflow workflow;

    ManyController(EditorialRecord record, EntryWorkflow workflow) {
        this.record = record;
        this.workflow = workflow;
    }

    /** Row of the confirmation page: a chosen entry, and the suspected personal information in it. */
    record Row(Chosen chosen, EditorialEntry entry, List<Finding> findings) {}

    @GetMapping
    ModelAndView ask(
            @ModelAttribute(binding = false) Transition transition,
            @ModelAttribute(name = "decision", binding = false) Decision decision,
            RestoredForm kept) {
        var chosen = Chosen.read(kept.fields().getOrDefault("chosen", List.of()));
        kept.into("decision", decision);
        return page(transition, chosen, Map.of(), HttpStatus.OK);
    }

    /**
     * @param sure whether the user has seen the confirmation page; submitting needs none
     * @param decision with the reason for publishing suspected personal information
     */
    @PostMapping
    ModelAndView decide(
            @ModelAttribute(binding = false) Transition transition,
            @RequestParam(name = "chosen", defaultValue = "") List<String> values,
            @RequestParam(defaultValue = "false") boolean sure,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var chosen = Chosen.read(values);
        if (mistakes.hasErrors() || chosen.isEmpty()) {
            return page(transition, chosen, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return sure || transition == Transition.SUBMIT
                ? decide(transition, chosen, decision, mistakes, me, flash)
                : page(transition, chosen, Map.of(), HttpStatus.OK);
    }

    /**
     * Makes the transition of all entries, or asks again with the reasons, but not about entries that an earlier press
     * has changed already.
     */
    private ModelAndView decide(
            Transition transition,
            List<Chosen> chosen,
            Decision decision,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash) {
        Map<Long, MessageSourceResolvable> reasons;
        try {
            reasons = workflow.changeAll(transition, chosen, decision, me);
        } catch (ConcurrencyFailureException busy) {
            reasons = chosen.stream().map(Chosen::id).distinct().collect(toMap(id -> id, id -> EntryWorkflow.STALE));
        }
        var done = record.entries(reasons.keySet()).values().stream()
                .filter(entry -> transition.isDone(entry, 0, me.id()))
                .map(EditorialEntry::id)
                .collect(toSet());
        var left = chosen.stream().filter(one -> !done.contains(one.id())).toList();
        if (reasons.isEmpty() || left.isEmpty()) {
            return done(transition, chosen, flash);
        }
        var refused = new TreeMap<>(reasons);
        refused.keySet().removeAll(done);
        if (refused.values().removeIf(ManyController::isUnconfirmed) && refused.isEmpty()) {
            mistakes.rejectValue("reason", PublicTextForm.UNCONFIRMED);
            return page(transition, left, refused, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(transition, left, refused, HttpStatus.CONFLICT);
    }

    private ModelAndView done(Transition transition, List<Chosen> chosen, RedirectAttributes flash) {
        flash.addFlashAttribute("many", transition.path()).addFlashAttribute("count", chosen.size());
        if (transition == Transition.PUBLISH) {
            flash.addFlashAttribute("publicYears", publicYears(chosen));
        }
        return new ModelAndView("redirect:/admin");
    }

    /** The years in which the public reads chosen entries. */
    private SortedSet<Integer> publicYears(List<Chosen> chosen) {
        return record.entries(chosen.stream().map(Chosen::id).toList()).values().stream()
                .flatMap(entry -> entry.published().stream())
                .filter(EditorialEdition::opened)
                .map(edition -> edition.chronicle().year())
                .collect(toCollection(TreeSet::new));
    }

    /** Whether an entry is refused only for want of a reason. */
    private static boolean isUnconfirmed(MessageSourceResolvable refusal) {
        return List.of(Objects.requireNonNull(refusal.getCodes())).contains(PublicTextForm.UNCONFIRMED);
    }

    /** Shows the chosen entries: the refused ones with their reasons, and the rest to go on with. */
    private ModelAndView page(
            Transition transition, List<Chosen> chosen, Map<Long, MessageSourceResolvable> refused, HttpStatus status) {
        var entries = record.entries(chosen.stream().map(Chosen::id).toList());
        var left = chosen.stream()
                .filter(one -> !refused.containsKey(one.id()))
                .flatMap(one -> Stream.ofNullable(entries.get(one.id()))
                        .map(entry -> new Row(
                                one, entry, PersonalInformation.in(entry.base().text()))))
                .toList();
        return new ModelAndView("desk/many", status)
                .addObject("what", transition.path())
                .addObject("chosen", chosen)
                .addObject("refused", refused)
                .addObject("entries", entries)
                .addObject("left", left)
                .addObject(
                        "personal",
                        left.stream().filter(row -> !row.findings().isEmpty()).toList());
    }
}
