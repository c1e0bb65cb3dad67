package cn.jinshan.chronicle.editing;

import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.PersonalInformation.Finding;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.entries.WrittenEntry;
import cn.jinshan.chronicle.staff.KeptForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private final WholeRecord record;
    private final Writing writing;

    ManyController(WholeRecord record, Writing writing) {
        this.record = record;
        this.writing = writing;
    }

    /**
     * One of the chosen entries, as the page that asks shows it.
     *
     * @param findings what in it seems to be personal information
     */
    record Row(Chosen chosen, WrittenEntry entry, List<Finding> findings) {}

    @GetMapping(ENTRIES + "/submission")
    ModelAndView submission(KeptForm kept) {
        return ask("submission", kept);
    }

    @PostMapping(ENTRIES + "/submission")
    ModelAndView submit(
            @RequestParam(defaultValue = "") List<String> chosen,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        return decide("submission", entries, new Decision(), flash, () -> writing.submitAll(entries, me));
    }

    @GetMapping(ENTRIES + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approval(KeptForm kept) {
        return ask("approval", kept);
    }

    @PostMapping(ENTRIES + "/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    ModelAndView approve(
            @RequestParam(defaultValue = "") List<String> chosen,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        return decide("approval", entries, new Decision(), flash, () -> writing.approveAll(entries, me));
    }

    @GetMapping(ENTRIES + "/publication")
    ModelAndView publication(KeptForm kept) {
        return ask("publication", kept);
    }

    /**
     * @param sure whether the page that says what publishing means has been seen
     * @param decision with the reason why what seems to be personal information may be published
     */
    @PostMapping(ENTRIES + "/publication")
    ModelAndView publish(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean sure,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        var entries = Chosen.read(chosen);
        if (mistakes.hasErrors()) {
            return page("publication", entries, decision, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return sure || entries.isEmpty()
                ? decide(
                        "publication",
                        entries,
                        decision,
                        flash,
                        () -> writing.publishAll(entries, decision.getReason(), me))
                : page("publication", entries, decision, Map.of(), HttpStatus.OK);
    }

    private ModelAndView ask(String what, KeptForm kept) {
        var chosen = Chosen.read(kept.fields().getOrDefault("chosen", List.of()));
        var decision = new Decision();
        kept.into("decision", decision);
        return page(what, chosen, decision, Map.of(), HttpStatus.OK);
    }

    private ModelAndView decide(
            String what, List<Chosen> chosen, Decision decision, RedirectAttributes flash, Runnable change) {
        if (chosen.isEmpty()) {
            return page(what, chosen, decision, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            change.run();
        } catch (SomeRefusedException refused) {
            return page(what, chosen, decision, refused.reasons(), HttpStatus.CONFLICT);
        } catch (ConcurrencyFailureException busy) {
            var stale = chosen.stream().map(Chosen::id).distinct().collect(toMap(id -> id, id -> Writing.STALE));
            return page(what, chosen, decision, stale, HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("many", what).addFlashAttribute("count", chosen.size());
        return new ModelAndView("redirect:/admin");
    }

    /** Shows what was chosen: what was refused with its reason, the rest to go on with. */
    private ModelAndView page(
            String what,
            List<Chosen> chosen,
            Decision decision,
            Map<Long, MessageSourceResolvable> refused,
            HttpStatus status) {
        var entries = record.entries(chosen.stream().map(Chosen::id).toList());
        var rows = chosen.stream()
                .flatMap(one -> Stream.ofNullable(entries.get(one.id()))
                        .map(entry -> new Row(one, entry, Writing.personal(WritingController.base(entry)))))
                .toList();
        var left = rows.stream()
                .filter(row -> isLeft(refused.get(row.chosen().id())))
                .toList();
        var page = new ModelAndView("editing/many");
        page.setStatus(status);
        return page.addObject("what", what)
                .addObject("refused", refused)
                .addObject("rows", rows)
                .addObject("left", left)
                .addObject("decision", decision)
                .addObject(
                        "personal",
                        rows.stream().filter(row -> !row.findings().isEmpty()).toList());
    }

    /** Whether it can be asked for again as it is: nothing was refused, or only a reason is missing. */
    private static boolean isLeft(@Nullable MessageSourceResolvable refusal) {
        return refusal == null
                || List.of(Objects.requireNonNull(refusal.getCodes())).contains(Writing.UNCONFIRMED);
    }
}
