package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.backup.Backups;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.storage.Compaction;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which administrators erase an entry for good: it says what goes, what stays, and asks for the reason. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ErasureController {

    private static final String ERASURE = WritingController.ENTRY + "/erasure";

    private final EditorialRecord record;
    private final EntryErasure erasure;
    private final Compaction compaction;
    private final Backups backups;

    ErasureController(EditorialRecord record, EntryErasure erasure, Compaction compaction, Backups backups) {
        this.record = record;
        this.erasure = erasure;
        this.compaction = compaction;
        this.backups = backups;
    }

    @GetMapping(ERASURE)
    ModelAndView ask(
            @PathVariable long id,
            @ModelAttribute(name = "decision", binding = false) Decision decision,
            RestoredForm kept) {
        var entry = record.entry(id);
        decision.show(entry.version());
        kept.into("decision", decision);
        return page(entry, HttpStatus.OK);
    }

    @PostMapping(ERASURE)
    ModelAndView erase(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") Decision decision,
            BindingResult mistakes,
            RedirectAttributes flash) {
        var entry = record.entry(id);
        if (decision.reason.isEmpty()) {
            mistakes.rejectValue("reason", "mistake.reason");
        } else if (!PersonalInformation.in(decision.reason).isEmpty()) {
            mistakes.rejectValue("reason", "refused.erasureRepeats");
        }
        if (!mistakes.hasErrors()) {
            try {
                erasure.erase(id, decision);
                flash.addFlashAttribute("done", "erasure");
                return new ModelAndView("redirect:/admin/entries");
            } catch (RefusedException refused) {
                mistakes.rejectValue(
                        "reason", Objects.requireNonNull(refused.reason().getCode()));
            } catch (ConcurrencyFailureException stale) {
                var now = record.entry(id);
                decision.show(now.version());
                return page(now, HttpStatus.CONFLICT).addObject("stale", true);
            }
        }
        return page(entry, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(EditorialEntry entry, HttpStatus status) {
        return new ModelAndView("desk/erasure", status)
                .addObject("entry", entry)
                .addObject("base", entry.base())
                .addObject("extent", erasure.extent(entry.id()))
                .addObject("inFile", compaction.isNeeded())
                .addObject("inBackups", backups.holdingUntil().orElse(null));
    }
}
