package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Set;
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

/** The words to look out for, for administrators. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class HintsController {

    private static final String HINTS = "/admin/hints";
    private static final String RULE = HINTS + "/{id:[1-9]\\d{0,17}}";

    private final WordingRuleAdministration administration;

    HintsController(WordingRuleAdministration administration) {
        this.administration = administration;
    }

    @ModelAttribute("ruleKinds")
    Set<WordingHint.Kind> kinds() {
        return WordingRule.KINDS;
    }

    @GetMapping(HINTS)
    String list(Model model) {
        model.addAttribute("rules", administration.all());
        return "editing/hints";
    }

    @GetMapping(HINTS + "/new")
    String rule(RestoredForm kept, Model model) {
        var form = new RuleForm();
        kept.into(form);
        model.addAttribute(form);
        return "editing/hint";
    }

    @PostMapping(HINTS + "/new")
    String add(
            @Valid @ModelAttribute RuleForm form,
            BindingResult mistakes,
            HttpServletResponse response,
            RedirectAttributes flash) {
        form.check(mistakes);
        if (!mistakes.hasErrors()) {
            try {
                administration.add(form.getFound(), form.getBetter(), form.chosenKind());
                return done("added", flash);
            } catch (DataIntegrityViolationException twice) {
                mistakes.rejectValue("found", "mistake.rule.twice");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "editing/hint";
    }

    @GetMapping(RULE)
    String rule(@PathVariable long id, RestoredForm kept, Model model) {
        var rule = administration.rule(id);
        var form = RuleForm.of(rule);
        kept.into(form);
        model.addAttribute(form);
        model.addAttribute("rule", rule);
        return "editing/hint";
    }

    /** What was typed of a rule that somebody removed meanwhile is kept in the form of a new one. */
    @PostMapping(RULE)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute RuleForm form,
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
            return "editing/hint";
        }
    }

    private String keep(
            long id,
            RuleForm form,
            BindingResult mistakes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        form.check(mistakes);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        try {
            if (!mistakes.hasErrors()) {
                administration.change(id, form.seen(), form.getFound(), form.getBetter(), form.chosenKind());
                return done("changed", flash);
            }
        } catch (DataIntegrityViolationException twice) {
            mistakes.rejectValue("found", "mistake.rule.twice");
        } catch (ConcurrencyFailureException stale) {
            status = HttpStatus.CONFLICT;
            form.show(administration.rule(id).version());
            model.addAttribute("stale", true);
        }
        response.setStatus(status.value());
        model.addAttribute("rule", administration.rule(id));
        return "editing/hint";
    }

    @GetMapping(RULE + "/removal")
    ModelAndView removal(@PathVariable long id) {
        return ask(id).page();
    }

    @PostMapping(RULE + "/removal")
    Object remove(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        try {
            administration.remove(id, decision.seen());
            return done("removed", flash);
        } catch (ConcurrencyFailureException stale) {
            return ask(id).again(stale);
        }
    }

    private Question ask(long id) {
        var rule = administration.rule(id);
        return Question.ofRemoval("rule", HINTS, id, rule.found(), rule.version(), null);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return "redirect:" + HINTS;
    }
}
