package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Autosave of the form of an entry, and the page on which unsaved text is discarded, after a confirmation. */
@Controller
class AutosaveController {

    private static final String OF_ENTRY = WritingController.ENTRY + "/working-copy";
    private static final String OF_NEW = WritingController.NEW + "/working-copy";
    private static final String DISCARDING = "/discarding";

    private final EditorialRecord record;
    private final Autosave autosave;
    private final DateWords dateWords;
    private final MessageSourceAccessor messages;

    AutosaveController(EditorialRecord record, Autosave autosave, DateWords dateWords, MessageSource messages) {
        this.record = record;
        this.autosave = autosave;
        this.dateWords = dateWords;
        this.messages = new MessageSourceAccessor(messages);
    }

    /** Keeps what is typed in a new entry. */
    @PostMapping(OF_NEW)
    @ResponseBody
    Said keep(@RequestParam UUID formKey, @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
        return keep(me, null, request);
    }

    /** Keeps what is typed in an entry. */
    @PostMapping(OF_ENTRY)
    @ResponseBody
    Said keep(@PathVariable long id, @AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
        return keep(me, record.isDiscarded(id) ? null : (Long) record.entry(id).id(), request);
    }

    private Said keep(SignedIn me, @Nullable Long entry, HttpServletRequest request) {
        Autosave.Kept kept;
        try {
            kept = autosave.keep(me, entry, request.getParameterMap());
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            // Another request created or saved it at this moment: a second try finds it, or finds it gone
            kept = autosave.keep(me, entry, request.getParameterMap());
        }
        var words = kept.elsewhere() ? "write.kept.elsewhere" : "write.kept";
        return new Said(messages.getMessage(words, new Object[] {dateWords.time(kept.when())}), true, null);
    }

    @ExceptionHandler(NoRoomException.class)
    ProblemDetail full() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, messages.getMessage("write.full"));
        problem.setProperty("reason", "full");
        return problem;
    }

    /** @param copy the form key of the working copy; null for all working copies of the entry */
    @GetMapping(OF_ENTRY + DISCARDING)
    ModelAndView forgetting(@PathVariable long id, @RequestParam @Nullable UUID copy) {
        var address = "/admin/entries/" + id;
        return asked(
                "unsaved",
                address + "/working-copy" + DISCARDING,
                address,
                record.entry(id).base().title(),
                copy);
    }

    /** Deletes unsaved text of an entry. */
    @PostMapping(OF_ENTRY + DISCARDING)
    String forget(@PathVariable long id, @RequestParam @Nullable UUID copy, @AuthenticationPrincipal SignedIn me) {
        if (copy == null) {
            autosave.dropAll(me, id);
        } else {
            autosave.drop(me, copy.toString());
        }
        return "redirect:/admin/entries/" + id;
    }

    @GetMapping(OF_NEW + DISCARDING)
    ModelAndView forgettingBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me) {
        var title = autosave.typed(me, copy.toString())
                .orElseThrow(() -> new NotPublicException("copy"))
                .form()
                .title;
        return asked("begun", OF_NEW + DISCARDING, WritingController.NEW + "?copy=" + copy, title, copy);
    }

    private ModelAndView asked(String what, String address, String back, String title, @Nullable UUID copy) {
        return new Question(
                        what,
                        "/admin/entries",
                        address,
                        back,
                        title.isEmpty() ? messages.getMessage("write.untitled") : title,
                        copy == null ? Map.of() : Map.of("copy", List.of(copy.toString())),
                        List.of(),
                        null)
                .page();
    }

    /** Deletes unsaved text of a new entry. */
    @PostMapping(OF_NEW + DISCARDING)
    String forgetBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        autosave.drop(me, copy.toString());
        flash.addFlashAttribute("done", "begun");
        return "redirect:/admin/entries";
    }
}
