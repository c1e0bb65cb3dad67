package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.staff.Colleagues;
import jakarta.validation.Valid;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the federation (设置), for administrators. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SettingsController {

    private static final String SETTINGS = "/admin/settings";

    private final Federation federation;
    private final SettingsAdministration administration;
    private final Colleagues colleagues;

    SettingsController(Federation federation, SettingsAdministration administration, Colleagues colleagues) {
        this.federation = federation;
        this.administration = administration;
        this.colleagues = colleagues;
    }

    @GetMapping(SETTINGS)
    ModelAndView settings(RestoredForm kept) {
        var form = SettingsForm.of(federation.settings());
        kept.into(form);
        return page(HttpStatus.OK).addObject(form);
    }

    @PostMapping(SETTINGS)
    ModelAndView change(@Valid @ModelAttribute SettingsForm form, BindingResult mistakes, RedirectAttributes flash) {
        form.refuseMoreThan(colleagues.reviewers(), federation.settings().requiredReviews(), mistakes);
        if (mistakes.hasErrors()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            administration.change(form.seen(), form.imprint(), form.requiredReviews());
            flash.addFlashAttribute("done", true);
            return new ModelAndView("redirect:" + SETTINGS);
        } catch (ConcurrencyFailureException stale) {
            var now = SettingsForm.of(federation.settings());
            form.version = now.version;
            return page(HttpStatus.CONFLICT).addObject("now", form.otherwise(now));
        }
    }

    private ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("administration/settings");
        page.setStatus(status);
        return page.addObject("reviewers", colleagues.reviewers()).addObject("reviews", SettingsForm.REVIEWS);
    }
}
