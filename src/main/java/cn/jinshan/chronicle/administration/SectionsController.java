package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialSection;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.EditPage;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
 * The pages of the sections of each year, for administrators. A closed year takes no new section; its sections may
 * still be renamed, recoloured and moved, and empty ones removed.
 */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SectionsController {

    private static final String SECTIONS = "/admin/sections";
    private static final String SECTION = SECTIONS + "/{id:[1-9]\\d{0,17}}";
    private static final String VIEW = "administration/section";

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
            return "desk/no-chronicle";
        }
        int chosen = Objects.requireNonNullElse(year, chronicles.get(0).year());
        model.addAttribute("chronicles", chronicles);
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("closed", record.isClosed(chosen));
        model.addAttribute("sections", record.sections(chosen));
        return "administration/sections";
    }

    @GetMapping(SECTIONS + "/new")
    String begin(@RequestParam @Nullable Integer year, RestoredForm kept, Model model) {
        var form = new SectionForm();
        form.year = year == null ? "" : String.valueOf(year);
        kept.into("form", form);
        model.addAttribute("form", form);
        blank(form, model);
        return VIEW;
    }

    @PostMapping(SECTIONS + "/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") SectionForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        blank(form, model);
        form.check(mistakes);
        return page(form.inYear()).add("section.added", mistakes, flash, () -> administration.add(form));
    }

    private static EditPage page(int year) {
        return new EditPage(
                SECTIONS + "?year=" + year,
                VIEW,
                "slug",
                "mistake.slug.taken",
                Map.of(
                        "refused.sectionTitleTaken",
                        "title",
                        "refused.sectionTitleEnTaken",
                        "titleEn",
                        "refused.slugFixed",
                        "slug"));
    }

    private void blank(SectionForm form, Model model) {
        model.addAttribute("year", form.year);
        model.addAttribute("closed", record.isClosed(form.inYear()));
    }

    @GetMapping(SECTION)
    String section(@PathVariable long id, RestoredForm kept, Model model) {
        var section = find(id);
        var form = SectionForm.of(section, record.yearOfSection(id));
        kept.into("form", form);
        model.addAttribute("form", form);
        show(section, model);
        return VIEW;
    }

    /** Changes a section; if it was removed meanwhile, what was typed stays in the form of a new one. */
    @PostMapping(SECTION)
    ModelAndView change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SectionForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        try {
            var page = page(record.yearOfSection(id));
            form.check(mistakes);
            return page.change(
                    "section.changed",
                    form,
                    mistakes,
                    flash,
                    () -> administration.change(id, form),
                    () -> show(find(id), model));
        } catch (NotPublicException gone) {
            blank(form, model);
            return page(form.inYear()).removed();
        }
    }

    private long show(EditorialSection section, Model model) {
        int year = record.yearOfSection(section.section().id());
        model.addAttribute("year", String.valueOf(year));
        model.addAttribute("closed", record.isClosed(year));
        model.addAttribute("section", section);
        return section.version();
    }

    @GetMapping(SECTION + "/removal")
    ModelAndView removal(@PathVariable long id) {
        return ask(find(id)).page();
    }

    @PostMapping(SECTION + "/removal")
    ModelAndView remove(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        return page(record.yearOfSection(id))
                .decide(
                        "section.removed",
                        flash,
                        () -> administration.remove(id, decision.seen()),
                        () -> ask(find(id)));
    }

    private static Question ask(EditorialSection written) {
        var section = written.section();
        var settled = written.isUsed() ? "refused.sectionUsed" : null;
        return Question.ofRemoval("section", SECTIONS, section.id(), section.title(), written.version(), settled);
    }

    /** @throws NotPublicException if there is no such section */
    private EditorialSection find(long id) {
        return record.sections(record.yearOfSection(id)).stream()
                .filter(written -> written.section().id() == id)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("section"));
    }
}
