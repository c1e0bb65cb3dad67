package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.RefusedException;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Page of a form that adds one to a list, or changes one of it. It leads to the list once that is done; else it shows
 * again what was typed, and says why.
 *
 * @param list address that it leads to
 * @param view its template
 * @param unique field that no two of the list may share
 * @param taken message that another has the same
 * @param refusals field that a refusal is about, by its message; others are about the whole form
 */
public record EditPage(String list, String view, String unique, String taken, Map<String, String> refusals) {

    /**
     * Adds one, or says what stands against it.
     *
     * @param done what the list then says
     */
    public ModelAndView add(String done, BindingResult mistakes, RedirectAttributes flash, Runnable addition) {
        return isSaved(mistakes, addition) ? done(done, flash) : again(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * Changes one, or says what stands against it.
     *
     * @param done what the list then says
     * @param present puts what it is about into the model, as it is now, and answers its version
     */
    public ModelAndView change(
            String done,
            VersionedForm form,
            BindingResult mistakes,
            RedirectAttributes flash,
            Runnable change,
            LongSupplier present) {
        boolean stale = false;
        try {
            if (isSaved(mistakes, change)) {
                return done(done, flash);
            }
        } catch (ConcurrencyFailureException changedMeanwhile) {
            stale = true;
        }
        long version = present.getAsLong();
        if (stale) {
            form.show(version);
        }
        return again(stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("stale", stale);
    }

    private boolean isSaved(BindingResult mistakes, Runnable change) {
        if (!mistakes.hasErrors()) {
            try {
                change.run();
            } catch (DataIntegrityViolationException twice) {
                mistakes.rejectValue(unique, taken);
            } catch (RefusedException refused) {
                var reason = Objects.requireNonNull(refused.reason().getCode());
                mistakes.rejectValue(refusals.get(reason), reason);
            }
        }
        return !mistakes.hasErrors();
    }

    /** Keeps what was typed of something that somebody removed meanwhile in the form of a new one. */
    public ModelAndView removed() {
        return again(HttpStatus.CONFLICT).addObject("removed", true);
    }

    public ModelAndView again(HttpStatus status) {
        return new ModelAndView(view, status);
    }

    /** Does what was decided, or asks again and says why not. */
    public ModelAndView decide(String done, RedirectAttributes flash, Runnable decision, Supplier<Question> question) {
        try {
            decision.run();
            return done(done, flash);
        } catch (ConcurrencyFailureException | RefusedException | DataIntegrityViolationException refused) {
            return question.get().again(refused);
        }
    }

    private ModelAndView done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return new ModelAndView("redirect:" + list);
    }
}
