package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.staff.KeptForm;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
class WorkingCopiesController {

    private static final String OF_ENTRY = WritingController.ENTRY + "/working-copy/discarding";
    private static final String OF_NEW = WritingController.NEW + "/working-copy/discarding";

    private final DecisionPage page;
    private final Typing typing;
    private final MessageSource messages;

    WorkingCopiesController(DecisionPage page, Typing typing, MessageSource messages) {
        this.page = page;
        this.typing = typing;
        this.messages = messages;
    }

    @GetMapping(OF_ENTRY)
    ModelAndView forgetting(@PathVariable long id, KeptForm kept, @AuthenticationPrincipal SignedIn me) {
        return page.ask("working-copy/discarding", id, kept, me);
    }

    /** Throws away what somebody typed and did not save. */
    @PostMapping(OF_ENTRY)
    String forget(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        typing.drop(me, id, "");
        return "redirect:/admin/entries/" + id;
    }

    @GetMapping(OF_NEW)
    ModelAndView forgettingBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, Locale locale) {
        var title = typing.typed(me, null, copy.toString())
                .orElseThrow(() -> new NotPublicException("copy"))
                .form()
                .getTitle();
        return new Question(
                        "begun",
                        "/admin/entries",
                        OF_NEW,
                        WritingController.NEW + "?copy=" + copy,
                        title.isEmpty() ? messages.getMessage("write.untitled", null, locale) : title,
                        Map.of("copy", List.of(copy.toString())),
                        List.of(),
                        null)
                .page();
    }

    /** Throws away what somebody began to write as a new entry and never saved. */
    @PostMapping(OF_NEW)
    String forgetBegun(@RequestParam UUID copy, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        typing.drop(me, null, copy.toString());
        flash.addFlashAttribute("done", "begun");
        return "redirect:/admin/entries";
    }
}
