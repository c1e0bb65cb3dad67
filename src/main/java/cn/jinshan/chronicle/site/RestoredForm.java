package cn.jinshan.chronicle.site;

import java.util.List;
import java.util.Map;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.core.Conventions;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Values that a user typed into the form at this address before the session expired. A controller that shows the form
 * declares it as an argument. They stay until the form is sent and processed, and are never saved automatically.
 *
 * @param fields each with all its values; empty if nothing is kept
 */
public record RestoredForm(
        Map<String, List<String>> fields,
        WebDataBinderFactory binders,
        NativeWebRequest request,
        ModelAndViewContainer page) {

    /** Fills what was typed, if anything, into a form that the model holds under the name of its class. */
    public boolean into(Object form) {
        return into(Conventions.getVariableName(form), form);
    }

    /**
     * Fills what was typed, if anything, into a form, as if it had been sent, and has {@code forms :: kept} say so on
     * the page.
     *
     * @param name of the form in the model; also what cannot be read then stands at its field
     * @return whether anything was kept
     */
    public boolean into(String name, Object form) {
        if (fields.isEmpty()) {
            return false;
        }
        try {
            WebDataBinder binder = binders.createBinder(request, form, name);
            binder.bind(values());
            page.addAllAttributes(binder.getBindingResult().getModel());
        } catch (Exception e) {
            throw new IllegalStateException("No binder for " + name, e);
        }
        page.addAttribute("kept", true);
        return true;
    }

    private MutablePropertyValues values() {
        var values = new MutablePropertyValues();
        fields.forEach((name, all) -> values.add(name, all.size() == 1 ? all.get(0) : all.toArray(String[]::new)));
        return values;
    }
}
