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
 * Page of a form that adds an element to a list, or changes one. It redirects to the list once that is done; else it
 * shows the form again with the reason.
 *
 * @param list the address of the list
 * @param view the template of the form
 * @param unique the field that no two elements may share
 * @param taken the message that another element has the same value
 * @param refusals the field of each refusal, by its message; other refusals are about the whole form
 */
public record EditPage(String list, String view, String unique, String taken, Map<String, String> refusals) {

    /** Adds an element, and has the list say {@code done}; else shows the form again with the reason. */
    public ModelAndView add(String done, BindingResult mistakes, RedirectAttributes flash, Runnable addition) {
        return isSaved(mistakes, addition) ? done(done, flash) : again(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * Changes an element, or shows the form again with the reason.
     *
     * @param done the message that the list then shows
     * @param present puts the present state of the element into the model, and returns its version
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

    /** Shows the form of a new element with what was typed, because somebody removed the element meanwhile. */
    public ModelAndView removed() {
        return again(HttpStatus.CONFLICT).addObject("removed", true);
    }

    public ModelAndView again(HttpStatus status) {
        return new ModelAndView(view, status);
    }

    /** Makes a confirmed change, or asks again with the reason for the refusal. */
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
