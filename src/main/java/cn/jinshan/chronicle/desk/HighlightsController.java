package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which staff choose the highlights of a year. */
@Controller
class HighlightsController {

    private static final String HIGHLIGHTS = "/admin/highlights";
    private static final String HIGHLIGHT = WritingController.ENTRY + "/highlight";

    /** Its question, by the name of its messages. */
    private static final String PUT = "highlight";

    private static final String REMOVAL = "highlight.removal";

    private final EditorialRecord record;
    private final HighlightChoice choice;

    HighlightsController(EditorialRecord record, HighlightChoice choice) {
        this.record = record;
        this.choice = choice;
    }

    /** @param year of the chronicle; null for the newest */
    @GetMapping(HIGHLIGHTS)
    String list(@RequestParam @Nullable Integer year, @AuthenticationPrincipal SignedIn me, Model model) {
        var chronicles = record.chronicles();
        if (chronicles.isEmpty()) {
            return "desk/no-chronicle";
        }
        int chosen = Objects.requireNonNullElse(year, chronicles.get(0).year());
        model.addAttribute("chronicles", chronicles);
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("highlights", record.highlights(chosen));
        model.addAttribute("chooses", choice.isOf(me));
        return "desk/highlights";
    }

    @GetMapping(HIGHLIGHT)
    ModelAndView highlight(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        return ask(PUT, record.entry(id), me).page();
    }

    @PostMapping(HIGHLIGHT)
    ModelAndView put(
            @PathVariable long id, HighlightForm form, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return decide(PUT, id, me, flash, () -> choice.put(id, form, me));
    }

    @GetMapping(HIGHLIGHT + "/removal")
    ModelAndView removal(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        return ask(REMOVAL, record.entry(id), me).page();
    }

    @PostMapping(HIGHLIGHT + "/removal")
    ModelAndView remove(
            @PathVariable long id, Decision decision, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return decide(REMOVAL, id, me, flash, () -> choice.remove(id, decision.seen(), me));
    }

    private ModelAndView decide(String what, long id, SignedIn me, RedirectAttributes flash, Runnable change) {
        var entry = record.entry(id);
        try {
            change.run();
        } catch (ConcurrencyFailureException | RefusedException refused) {
            return ask(what, record.entry(id), me).again(refused);
        }
        flash.addFlashAttribute("done", what);
        return new ModelAndView("redirect:" + HIGHLIGHTS + "?year=" + year(entry));
    }

    private Question ask(String what, EditorialEntry entry, SignedIn me) {
        var address = "/admin/entries/" + entry.id();
        return new Question(
                what,
                "/admin/entries",
                address + "/" + what.replace('.', '/'),
                address,
                entry.published().orElseGet(entry::base).title(),
                Map.of("version", List.of(String.valueOf(entry.version()))),
                List.of(year(entry)),
                settled(what, entry, me));
    }

    private @Nullable String settled(String what, EditorialEntry entry, SignedIn me) {
        if (entry.published().isEmpty()) {
            return "refused.highlightUnpublished";
        }
        if (!choice.isOf(me)) {
            return "refused.reviewerHighlights";
        }
        if (entry.highlight() == what.equals(PUT)) {
            return entry.highlight() ? "refused.highlightBefore" : "refused.noHighlight";
        }
        return null;
    }

    private static String year(EditorialEntry entry) {
        var edition = entry.published().orElseGet(entry::base);
        return String.valueOf(edition.chronicle().year());
    }
}
