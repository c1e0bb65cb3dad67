package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.NotPublicException;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Pages on which administrators manage a list: the list, the form F of an element T, and the question before removing
 * one.
 */
@PreAuthorize("hasRole('ADMINISTRATOR')")
public abstract class ListController<T extends ListAdministration.Listed, F extends VersionedForm> {

    private static final String ONE = "/{id:[1-9]\\d{0,17}}";

    private final String kind;
    private final EditPage page;
    private final ListAdministration<T, F> administration;

    /**
     * @param kind the name of the element in messages and templates
     * @param list the address of the list, which the class is mapped to; this and the others as in {@link EditPage}
     * @param view the template of the form; the list's template has the same name with an s
     */
    protected ListController(
            String kind,
            String list,
            String view,
            String unique,
            String taken,
            ListAdministration<T, F> administration) {
        this.kind = kind;
        this.page = new EditPage(list, view, unique, taken, Map.of());
        this.administration = administration;
    }

    /** The form of a stored element, or of a new one for null. */
    protected abstract F form(@Nullable T one);

    @GetMapping
    public String list(Model model) {
        model.addAttribute(kind + "s", administration.all());
        return page.view() + "s";
    }

    @GetMapping("/new")
    public String begin(RestoredForm kept, Model model) {
        return show(null, kept, model);
    }

    @PostMapping("/new")
    public ModelAndView add(@Valid @ModelAttribute F form, BindingResult mistakes, RedirectAttributes flash) {
        form.check(mistakes);
        return page.add("added", mistakes, flash, () -> administration.add(form));
    }

    @GetMapping(ONE)
    public String one(@PathVariable long id, RestoredForm kept, Model model) {
        return show(administration.find(id), kept, model);
    }

    private String show(@Nullable T one, RestoredForm kept, Model model) {
        var form = form(one);
        kept.into(form);
        model.addAttribute(form);
        model.addAttribute(kind, one);
        return page.view();
    }

    @PostMapping(ONE)
    public ModelAndView change(
            @PathVariable long id,
            @Valid @ModelAttribute F form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        form.check(mistakes);
        try {
            return page.change("changed", form, mistakes, flash, () -> administration.change(id, form), () -> {
                var present = administration.find(id);
                model.addAttribute(kind, present);
                return present.version();
            });
        } catch (NotPublicException gone) {
            if (form.seen() < 0) {
                throw gone;
            }
            return page.removed();
        }
    }

    @GetMapping(ONE + "/removal")
    public ModelAndView removal(@PathVariable long id) {
        return ask(id).page();
    }

    @PostMapping(ONE + "/removal")
    public ModelAndView remove(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        return page.decide("removed", flash, () -> administration.remove(id, decision.seen()), () -> ask(id));
    }

    private Question ask(long id) {
        var one = administration.find(id);
        return Question.ofRemoval(kind, page.list(), id, one.name(), one.version(), null);
    }
}
