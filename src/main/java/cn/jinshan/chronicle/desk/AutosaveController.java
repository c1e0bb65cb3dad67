package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Throwing away what somebody typed and never saved, which asks first. */
@Controller
class AutosaveController {

    private static final String OF_ENTRY = WritingController.ENTRY + "/working-copy/discarding";
    private static final String OF_NEW = WritingController.NEW + "/working-copy/discarding";

    private final EditorialRecord record;
    private final Autosave autosave;
    private final MessageSource messages;

    AutosaveController(EditorialRecord record, Autosave autosave, MessageSource messages) {
        this.record = record;
        this.autosave = autosave;
        this.messages = messages;
    }

    /** @param copy the form key of what was typed; null for all that was typed about the entry */
    @GetMapping(OF_ENTRY)
    ModelAndView forgetting(@PathVariable long id, @RequestParam @Nullable UUID copy, Locale locale) {
        var address = "/admin/entries/" + id;
        return asked(
                "unsaved",
                address + "/working-copy/discarding",
                address,
                WritingController.base(record.entry(id)).title(),
                copy,
                locale);
    }

    /** Throws away what somebody typed and did not save. */
    @PostMapping(OF_ENTRY)
    String forget(@PathVariable long id, @RequestParam @Nullable UUID copy, @AuthenticationPrincipal SignedIn me) {
        if (copy == null) {
            autosave.dropAll(me, id);
        } else {
            autosave.drop(me, copy.toString());
        }
        return "redirect:/admin/entries/" + id;
    }

    @GetMapping(OF_NEW)
    ModelAndView forgettingBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var title = autosave.typed(me, copy.toString())
                .orElseThrow(() -> new NotPublicException("copy"))
                .form()
                .getTitle();
        return asked("begun", OF_NEW, WritingController.NEW + "?copy=" + copy, title, copy, locale);
    }

    private ModelAndView asked(
            String what, String address, String back, String title, @Nullable UUID copy, Locale locale) {
        return new Question(
                        what,
                        "/admin/entries",
                        address,
                        back,
                        title.isEmpty() ? messages.getMessage("write.untitled", null, locale) : title,
                        copy == null ? Map.of() : Map.of("copy", List.of(copy.toString())),
                        List.of(),
                        null)
                .page();
    }

    /** Throws away what somebody began to write as a new entry and never saved. */
    @PostMapping(OF_NEW)
    String forgetBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        autosave.drop(me, copy.toString());
        flash.addFlashAttribute("done", "begun");
        return "redirect:/admin/entries";
    }
}
