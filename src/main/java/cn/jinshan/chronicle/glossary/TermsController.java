package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words that are explained to readers, for administrators. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class TermsController {

    private static final String WORDS = "/admin/words";
    private static final String TERM = WORDS + "/{id:[1-9]\\d{0,17}}";

    private final GlossaryAdministration administration;
    private final PublishedTerms publishedTerms;

    TermsController(GlossaryAdministration administration, PublishedTerms publishedTerms) {
        this.administration = administration;
        this.publishedTerms = publishedTerms;
    }

    @GetMapping(WORDS)
    String list(Model model) {
        model.addAttribute("terms", publishedTerms.all());
        return "editing/terms";
    }

    @GetMapping(WORDS + "/new")
    String term(RestoredForm kept, Model model) {
        var form = new TermForm();
        kept.into(form);
        model.addAttribute(form);
        return "editing/term";
    }

    @PostMapping(WORDS + "/new")
    String add(
            @Valid @ModelAttribute TermForm form,
            BindingResult mistakes,
            HttpServletResponse response,
            RedirectAttributes flash) {
        form.check(mistakes);
        if (!mistakes.hasErrors()) {
            try {
                administration.add(form.getName(), form.otherForms(), form.getExplanation(), form.confirmation());
                return done("added", flash);
            } catch (DataIntegrityViolationException twice) {
                mistakes.rejectValue("name", "mistake.term.twice");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "editing/term";
    }

    @GetMapping(TERM)
    String term(@PathVariable long id, RestoredForm kept, Model model) {
        var term = administration.term(id);
        var form = TermForm.of(term);
        kept.into(form);
        model.addAttribute(form);
        model.addAttribute("term", term);
        return "editing/term";
    }

    /** What was typed of a term that somebody removed meanwhile is kept in the form of a new one. */
    @PostMapping(TERM)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute TermForm form,
            BindingResult mistakes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            return keep(id, form, mistakes, model, response, flash);
        } catch (NotPublicException gone) {
            if (form.seen() < 0) {
                throw gone;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("removed", true);
            return "editing/term";
        }
    }

    private String keep(
            long id,
            TermForm form,
            BindingResult mistakes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        form.check(mistakes);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        try {
            if (!mistakes.hasErrors()) {
                administration.change(
                        id, form.seen(), form.getName(), form.otherForms(), form.getExplanation(), form.confirmation());
                return done("changed", flash);
            }
        } catch (DataIntegrityViolationException twice) {
            mistakes.rejectValue("name", "mistake.term.twice");
        } catch (ConcurrencyFailureException stale) {
            status = HttpStatus.CONFLICT;
            form.show(administration.term(id).version());
            model.addAttribute("stale", true);
        }
        response.setStatus(status.value());
        model.addAttribute("term", administration.term(id));
        return "editing/term";
    }

    @GetMapping(TERM + "/removal")
    ModelAndView removal(@PathVariable long id) {
        return ask(id).page();
    }

    @PostMapping(TERM + "/removal")
    Object remove(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        try {
            administration.remove(id, decision.seen());
            return done("removed", flash);
        } catch (ConcurrencyFailureException stale) {
            return ask(id).again(stale);
        }
    }

    private Question ask(long id) {
        var term = administration.term(id);
        return Question.ofRemoval("term", WORDS, id, term.name(), term.version(), null);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return "redirect:" + WORDS;
    }
}
