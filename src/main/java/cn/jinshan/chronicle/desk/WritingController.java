package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages with the form of an entry. */
@Controller
class WritingController {

    static final String ENTRY = "/admin/entries/{id:[1-9]\\d{0,17}}";
    static final String NEW = "/admin/entries/new";

    private final EditorialRecord record;
    private final WritingPage page;
    private final ReviewPage reviewPage;
    private final EntrySaver saver;
    private final Autosave autosave;
    private final EntrySaves saves;

    WritingController(
            EditorialRecord record,
            WritingPage page,
            ReviewPage reviewPage,
            EntrySaver saver,
            Autosave autosave,
            EntrySaves saves) {
        this.record = record;
        this.page = page;
        this.reviewPage = reviewPage;
        this.saver = saver;
        this.autosave = autosave;
        this.saves = saves;
    }

    /**
     * Shows the form of a new entry. Its address holds its key, so that a user who comes back finds what they typed or
     * saved.
     *
     * @param begin what the form begins with
     * @param form the key of the form; null for a new form
     * @param copy the form key of a working copy that was never saved
     */
    @GetMapping(NEW)
    String begin(
            Beginning begin,
            @RequestParam @Nullable UUID form,
            @RequestParam @Nullable UUID copy,
            RestoredForm kept,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        var written = new EntryForm();
        if (kept.into("form", written)) {
            written.open();
            return page.showNew(written, me, model);
        }
        if (copy != null) {
            var typed = autosave.typed(me, copy.toString()).orElseThrow(() -> new NotPublicException("copy"));
            return page.showNew(goOn(typed, model), me, model);
        }
        var unclosed = record.unclosed();
        if (unclosed.isEmpty()) {
            return "desk/no-chronicle";
        }
        if (form == null) {
            return "redirect:" + begin.address(UUID.randomUUID());
        }
        var saved = record.begunWith(form.toString());
        if (saved.isPresent()) {
            return "redirect:" + (record.exists(saved.get()) ? "/admin/entries/" + saved.get() : NEW);
        }
        var typed = autosave.typed(me, form.toString());
        if (typed.isPresent()) {
            return page.showNew(goOn(typed.get(), model), me, model);
        }
        var begun = page.begin(begin, me, model);
        begun.formKey = form.toString();
        begun.open();
        return page.showNew(begun, me, model);
    }

    private static EntryForm goOn(Autosave.Typed typed, Model model) {
        model.addAttribute("typed", typed);
        return typed.form();
    }

    @PostMapping(NEW)
    ModelAndView begin(
            @ModelAttribute("form") EntryForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes flash) {
        return saver.begin(new EntrySaver.Sent(form, mistakes, me, model, flash));
    }

    /**
     * Shows the form of an entry, or the review page of a submitted one.
     *
     * @param copy the form key of a working copy; null for the latest
     * @param save the number of a saved text to restore
     */
    @GetMapping(ENTRY)
    ModelAndView entry(
            @PathVariable long id,
            @RequestParam @Nullable UUID copy,
            @RequestParam @Nullable Long save,
            RestoredForm kept,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        if (!kept.fields().isEmpty() && record.isDiscarded(id)) {
            var typed = new EntryForm();
            kept.into("form", typed);
            return page.showDiscarded(typed, me, model);
        }
        var entry = record.entry(id);
        if (entry.base().isSubmitted() && kept.fields().isEmpty() && copy == null) {
            return new ModelAndView(reviewPage.show(entry, me, model));
        }
        return new ModelAndView(page.show(form(entry, copy, save, kept, me, model), entry, me, model));
    }

    private EntryForm form(
            EditorialEntry entry,
            @Nullable UUID copy,
            @Nullable Long save,
            RestoredForm kept,
            SignedIn me,
            Model model) {
        var form = EntryForm.of(entry);
        if (kept.into("form", form.withBlankSubject())) {
            if (!new ConflictAnswers(form, EntryForm.of(entry)).apply().isEmpty()) {
                // The fields that were asked about are asked about again
                form.version = SeenVersion.NONE;
            }
        } else if (save != null) {
            var taken = saves.find(entry.id(), save).orElseThrow(() -> new NotPublicException("save"));
            model.addAttribute("takenUp", taken);
            form = taken.form();
            form.show(entry.version());
        } else if (copy != null) {
            return goOn(
                    autosave.typed(me, copy.toString())
                            .filter(typed -> Objects.equals(typed.entry(), entry.id()))
                            .orElseThrow(() -> new NotPublicException("copy")),
                    model);
        } else {
            var unsaved = autosave.unsaved(me, entry);
            if (!unsaved.isEmpty()) {
                return goOn(unsaved.get(0), model);
            }
        }
        form.open();
        return form;
    }

    @PostMapping(ENTRY)
    ModelAndView save(
            @PathVariable long id,
            @ModelAttribute("form") EntryForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes flash) {
        return saver.save(id, new EntrySaver.Sent(form, mistakes, me, model, flash));
    }

    /** The understood date while it is typed. */
    @GetMapping("/admin/entries/date")
    @ResponseBody
    Said date(EntryForm form) {
        return page.understood(form.typedDate(), null);
    }
}
