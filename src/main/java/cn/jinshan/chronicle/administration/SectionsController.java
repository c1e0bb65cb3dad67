package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialSection;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sections of each year, for administrators. A closed year takes no new section, as it takes no new entry; the
 * title, tone and place of those it has may still be corrected, and one in which nothing stands be removed.
 */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SectionsController {

    private static final String SECTIONS = "/admin/sections";
    private static final String SECTION = SECTIONS + "/{id:[1-9]\\d{0,17}}";

    private final EditorialRecord record;
    private final SectionAdministration administration;

    SectionsController(EditorialRecord record, SectionAdministration administration) {
        this.record = record;
        this.administration = administration;
    }

    @ModelAttribute("tones")
    Tone[] tones() {
        return Tone.values();
    }

    /** @param year of the chronicle; null for the newest */
    @GetMapping(SECTIONS)
    String list(@RequestParam @Nullable Integer year, Model model) {
        var chronicles = record.chronicles();
        if (chronicles.isEmpty()) {
            return "editing/no-chronicle";
        }
        int chosen = Objects.requireNonNullElse(year, chronicles.get(0).year());
        model.addAttribute("chronicles", chronicles);
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("closed", record.isClosed(chosen));
        model.addAttribute("sections", record.sections(chosen));
        return "editing/sections";
    }

    @GetMapping(SECTIONS + "/new")
    String begin(@RequestParam @Nullable Integer year, RestoredForm kept, Model model) {
        var form = new SectionForm();
        form.setYear(year == null ? "" : String.valueOf(year));
        kept.into("form", form);
        model.addAttribute("form", form);
        return blank(form, model);
    }

    @PostMapping(SECTIONS + "/new")
    Object add(
            @Valid @ModelAttribute("form") SectionForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        var page = blank(form, model);
        form.confirm(mistakes);
        if (!mistakes.hasErrors()) {
            try {
                administration.add(
                        form.inYear(),
                        form.getSlug(),
                        form.getTitle(),
                        form.chosenTone(),
                        form.wantedPlace(),
                        form.confirmation());
                return done("added", form.inYear(), flash);
            } catch (RefusedException refused) {
                refuse(mistakes, refused);
            } catch (DataIntegrityViolationException taken) {
                mistakes.rejectValue("slug", "mistake.slug.taken");
            }
        }
        return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** At the field that it is about, if it is about one. */
    private static void refuse(BindingResult mistakes, RefusedException refused) {
        var reason = Objects.requireNonNull(refused.reason().getCode());
        switch (reason) {
            case "refused.sectionTitleTaken" -> mistakes.rejectValue("title", reason);
            case "refused.slugFixed" -> mistakes.rejectValue("slug", reason);
            default -> mistakes.reject(reason);
        }
    }

    private String blank(SectionForm form, Model model) {
        model.addAttribute("year", form.getYear());
        model.addAttribute("closed", record.isClosed(form.inYear()));
        return "editing/section";
    }

    @GetMapping(SECTION)
    String section(@PathVariable long id, RestoredForm kept, Model model) {
        var section = find(id);
        var form = SectionForm.of(section, record.yearOfSection(id));
        kept.into("form", form);
        model.addAttribute("form", form);
        return shown(section, model);
    }

    /** What was typed of a section that somebody removed meanwhile is kept in the form of a new one. */
    @PostMapping(SECTION)
    Object change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SectionForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        try {
            return keep(id, form, mistakes, model, flash);
        } catch (NotPublicException gone) {
            model.addAttribute("removed", true);
            return new ModelAndView(blank(form, model), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    private Object keep(long id, SectionForm form, BindingResult mistakes, Model model, RedirectAttributes flash) {
        int year = record.yearOfSection(id);
        form.confirm(mistakes);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!mistakes.hasErrors()) {
            try {
                administration.change(
                        id,
                        form.seen(),
                        form.getSlug(),
                        form.getTitle(),
                        form.chosenTone(),
                        form.wantedPlace(),
                        form.confirmation());
                return done("changed", year, flash);
            } catch (ConcurrencyFailureException stale) {
                status = HttpStatus.CONFLICT;
                form.show(find(id).version());
                model.addAttribute("stale", true);
            } catch (RefusedException refused) {
                refuse(mistakes, refused);
            } catch (DataIntegrityViolationException taken) {
                mistakes.rejectValue("slug", "mistake.slug.taken");
            }
        }
        return new ModelAndView(shown(find(id), model), model.asMap(), status);
    }

    private String shown(EditorialSection section, Model model) {
        int year = record.yearOfSection(section.section().id());
        model.addAttribute("year", String.valueOf(year));
        model.addAttribute("closed", record.isClosed(year));
        model.addAttribute("section", section);
        return "editing/section";
    }

    @GetMapping(SECTION + "/removal")
    ModelAndView removal(@PathVariable long id) {
        return ask(find(id)).page();
    }

    @PostMapping(SECTION + "/removal")
    Object remove(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        int year = record.yearOfSection(id);
        try {
            administration.remove(id, decision.seen());
            return done("removed", year, flash);
        } catch (ConcurrencyFailureException | RefusedException | DataIntegrityViolationException stale) {
            return ask(find(id)).again(stale);
        }
    }

    private static Question ask(EditorialSection written) {
        var section = written.section();
        var settled = written.isUsed() ? "refused.sectionUsed" : null;
        return Question.ofRemoval("section", SECTIONS, section.id(), section.title(), written.version(), settled);
    }

    /** @throws NotPublicException if there is none */
    private EditorialSection find(long id) {
        return record.sections(record.yearOfSection(id)).stream()
                .filter(written -> written.section().id() == id)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("section"));
    }

    private static String done(String what, int year, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "section." + what);
        return "redirect:" + SECTIONS + "?year=" + year;
    }
}
