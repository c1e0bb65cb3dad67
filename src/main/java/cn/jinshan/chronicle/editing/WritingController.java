package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.DateRefusedException;
import cn.jinshan.chronicle.entries.EventDate;
import cn.jinshan.chronicle.entries.Hints;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Prose;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.entries.WrittenEdition;
import cn.jinshan.chronicle.entries.WrittenEntry;
import cn.jinshan.chronicle.reports.Reporting;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.KeptForm;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which an entry is written. */
@Controller
class WritingController {

    static final String ENTRY = "/admin/entries/{id:[1-9]\\d{0,17}}";
    static final String NEW = "/admin/entries/new";

    private final WholeRecord record;
    private final Writing writing;
    private final Federation federation;
    private final ReviewPage reviewPage;
    private final Comparisons comparisons;
    private final Typing typing;
    private final Hints hints;
    private final Colleagues colleagues;
    private final Reporting reporting;
    private final DateWords dateWords;
    private final MessageSource messages;
    private final SmartValidator validator;

    WritingController(
            WholeRecord record,
            Writing writing,
            Federation federation,
            ReviewPage reviewPage,
            Comparisons comparisons,
            Typing typing,
            Hints hints,
            Colleagues colleagues,
            Reporting reporting,
            DateWords dateWords,
            MessageSource messages,
            SmartValidator validator) {
        this.record = record;
        this.writing = writing;
        this.federation = federation;
        this.reviewPage = reviewPage;
        this.comparisons = comparisons;
        this.typing = typing;
        this.hints = hints;
        this.colleagues = colleagues;
        this.reporting = reporting;
        this.dateWords = dateWords;
        this.messages = messages;
        this.validator = validator;
    }

    /** What a page or a script says about what was typed. */
    record Said(String words, boolean well) {}

    /**
     * @param year of the chronicle; null for the newest that takes new entries
     * @param copy the form key of what was begun and never saved
     */
    @GetMapping(NEW)
    String begin(
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable UUID copy,
            KeptForm kept,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        var form = new EntryForm();
        if (kept.into("form", form)) {
            form.setThen("");
        } else if (copy != null) {
            var typed = typing.typed(me, null, copy.toString()).orElseThrow(() -> new NotPublicException("copy"));
            form = typed.form();
            model.addAttribute("typed", typed);
        } else {
            var unclosed = record.unclosed();
            if (unclosed.isEmpty()) {
                return "editing/no-chronicle";
            }
            form.setFormKey(UUID.randomUUID().toString());
            form.setYear(
                    year == null ? unclosed.get(0).year() : of(year, unclosed).year());
        }
        return blank(form, chronicleOf(form), me, model);
    }

    /** The one that it was begun for; if that has been removed meanwhile, the newest that takes new entries. */
    private PublishedChronicle chronicleOf(EntryForm form) {
        var chronicles = record.chronicles();
        if (chronicles.stream().noneMatch(chronicle -> chronicle.year() == form.getYear())) {
            record.unclosed().stream().findFirst().ifPresent(newest -> form.setYear(newest.year()));
        }
        return of(form.getYear(), chronicles);
    }

    private static PublishedChronicle of(int year, List<PublishedChronicle> chronicles) {
        return chronicles.stream()
                .filter(chronicle -> chronicle.year() == year)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("year"));
    }

    /** @param chronicle that it was to stand in, closed meanwhile or not */
    private String blank(EntryForm form, PublishedChronicle chronicle, SignedIn me, Model model) {
        var unclosed = record.unclosed();
        model.addAttribute("unclosed", unclosed);
        model.addAttribute("closed", unclosed.stream().noneMatch(each -> each.year() == chronicle.year()));
        model.addAttribute(
                "begun",
                typing.begun(me).stream()
                        .filter(typed -> !typed.form().getFormKey().equals(form.getFormKey()))
                        .toList());
        return written(form, chronicle, null, model);
    }

    @PostMapping(NEW)
    Object begin(
            @ModelAttribute("form") EntryForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes flash) {
        int year = form.getYear();
        var chronicle = chronicleOf(form);
        check(form, chronicle, mistakes);
        if (form.getYear() != year) {
            mistakes.reject("refused.yearGone", new Object[] {String.valueOf(form.getYear())}, null);
        }
        if (mistakes.hasErrors() || form.isOnlyToLook()) {
            return again(blank(form, chronicle, me, model), mistakes);
        }
        try {
            return saved(writing.begin(form, understood(form, null), me), form, flash);
        } catch (RefusedException refused) {
            refuse(refused, mistakes);
            return again(blank(form, chronicle, me, model), mistakes);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            // The same form sent before makes nothing more, and loses nothing that only this one says
            var begun = record.begunWith(form.getFormKey());
            return begun.isPresent()
                    ? conflict(form, record.entry(begun.get()), model, flash)
                    : meanwhile(blank(form, chronicle, me, model), mistakes);
        }
    }

    /** A section or a subject that it needs was changed just now: pressed once more, it is found as it is. */
    private static ModelAndView meanwhile(String view, BindingResult mistakes) {
        mistakes.reject("refused.meanwhile");
        return new ModelAndView(view, HttpStatus.CONFLICT);
    }

    @GetMapping(ENTRY)
    Object entry(@PathVariable long id, KeptForm kept, @AuthenticationPrincipal SignedIn me, Model model) {
        if (!kept.fields().isEmpty() && record.isDiscarded(id)) {
            var typed = new EntryForm();
            kept.into("form", typed);
            typed.setThen("");
            return discarded(id, typed, me, model);
        }
        var entry = record.entry(id);
        var base = base(entry);
        if (base.isSubmitted() && kept.fields().isEmpty()) {
            return reviewPage.show(entry, me, model);
        }
        var form = EntryForm.of(base, entry.version());
        var typed = typing.typed(me, id, "").filter(copy -> !copy.form().says(base));
        if (kept.into("form", form.withBlankSubjects())) {
            form.resolve(EntryForm.of(base, entry.version()));
        } else if (typed.isPresent()) {
            form = typed.get().form();
            model.addAttribute("typed", typed.get());
        } else if (entry.open().isEmpty()) {
            form.setCorrection("");
        }
        return written(form, entry, me, model);
    }

    private String written(EntryForm form, WrittenEntry entry, SignedIn me, Model model) {
        var base = base(entry);
        var others = typing.others(me, entry.id());
        model.addAttribute("entry", entry);
        model.addAttribute("others", others);
        model.addAttribute("names", names(entry, others));
        model.addAttribute("personal", Writing.personal(base));
        model.addAttribute("reports", reporting.about(entry.id()));
        return written(form, base.chronicle(), base, model);
    }

    private String written(EntryForm form, PublishedChronicle chronicle, @Nullable WrittenEdition base, Model model) {
        model.addAttribute("form", form.withBlankSubjects());
        model.addAttribute("chronicle", chronicle);
        model.addAttribute("base", base);
        var required = federation.settings().requiredReviews();
        model.addAttribute("standing", base == null ? null : base.standing(required));
        model.addAttribute("reviewed", required.of(base != null && base.nextCorrects()) > 0);
        model.addAttribute("understood", said(form, base));
        model.addAttribute("hints", hints.of(form.texts(), form.names()));
        model.addAttribute("kinds", Subject.Kind.values());
        model.addAttribute("subjectNames", record.subjectNames());
        return "editing/write";
    }

    @PostMapping(ENTRY)
    Object save(
            @PathVariable long id,
            @ModelAttribute("form") EntryForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes flash) {
        try {
            return save(id, form, mistakes, me, flash, model);
        } catch (NotPublicException gone) {
            if (!record.isDiscarded(id)) {
                throw gone;
            }
            return discarded(id, form, me, model);
        }
    }

    private Object save(
            long id, EntryForm form, BindingResult mistakes, SignedIn me, RedirectAttributes flash, Model model) {
        var entry = record.entry(id);
        var base = base(entry);
        form.setYear(base.chronicle().year());
        form.resolve(EntryForm.of(base, entry.version()));
        check(form, base.chronicle(), mistakes);
        if (mistakes.hasErrors() || form.isOnlyToLook()) {
            return again(written(form, entry, me, model), mistakes);
        }
        if (form.says(base)) {
            typing.drop(me, id, "");
            return saved(id, form, flash);
        }
        try {
            writing.save(id, form, understood(form, base), me);
            return saved(id, form, flash);
        } catch (RefusedException refused) {
            refuse(refused, mistakes);
            return again(written(form, entry, me, model), mistakes);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException stale) {
            var present = record.entry(id);
            return present.version() == form.seen()
                    ? meanwhile(written(form, present, me, model), mistakes)
                    : conflict(form, present, model, flash);
        }
    }

    /** Nothing is left of the entry: what was typed can be saved as a new one. */
    private ModelAndView discarded(long id, EntryForm form, SignedIn me, Model model) {
        form.setFormKey(Typing.formKey(me.id(), id));
        model.addAttribute("discarded", true);
        var page = blank(form, of(form.getYear(), record.chronicles()), me, model);
        return new ModelAndView(page, model.asMap(), HttpStatus.CONFLICT);
    }

    /** Somebody saved first: shows both texts and keeps what was typed, unless they say the same. */
    private Object conflict(EntryForm form, WrittenEntry entry, Model model, RedirectAttributes flash) {
        var base = base(entry);
        if (form.says(base)) {
            return saved(entry.id(), form, flash);
        }
        model.addAttribute("conflict", comparisons.conflict(form, base, entry.version()));
        model.addAttribute("entry", entry);
        model.addAttribute("base", base);
        model.addAttribute("names", names(entry, List.of()));
        return new ModelAndView("editing/conflict", model.asMap(), HttpStatus.CONFLICT);
    }

    private static String saved(long id, EntryForm form, RedirectAttributes flash) {
        flash.addFlashAttribute("saved", true);
        var then = form.getThen();
        return "redirect:/admin/entries/" + id
                + (List.of("preview", "publication", "submission").contains(then) ? "/" + then : "");
    }

    private static void refuse(RefusedException refused, BindingResult mistakes) {
        var reason = refused.reason();
        mistakes.reject(Objects.requireNonNull(reason.getCode()), reason.getArguments(), null);
    }

    private static ModelAndView again(String view, BindingResult mistakes) {
        var page = new ModelAndView(view);
        if (mistakes.hasErrors()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** Keeps what is being typed in a new entry. */
    @PostMapping(NEW + "/working-copy")
    @ResponseBody
    Said keep(
            @RequestParam UUID formKey,
            @AuthenticationPrincipal SignedIn me,
            HttpServletRequest request,
            Locale locale) {
        return keep(me, null, formKey.toString(), request, locale);
    }

    /** Keeps what is being typed in an entry. */
    @PostMapping(ENTRY + "/working-copy")
    @ResponseBody
    Said keep(@PathVariable long id, @AuthenticationPrincipal SignedIn me, HttpServletRequest request, Locale locale) {
        return record.isDiscarded(id)
                ? keep(me, null, Typing.formKey(me.id(), id), request, locale)
                : keep(me, record.entry(id).id(), "", request, locale);
    }

    private Said keep(SignedIn me, @Nullable Long entry, String formKey, HttpServletRequest request, Locale locale) {
        var kept = typing.keep(me, entry, formKey, request.getParameterMap());
        return new Said(messages.getMessage("write.kept", new Object[] {dateWords.time(kept)}, locale), true);
    }

    /** What is understood of a date that is being typed. */
    @GetMapping("/admin/entries/date")
    @ResponseBody
    Said date(EntryForm form) {
        return said(form, null);
    }

    private Said said(EntryForm form, @Nullable WrittenEdition base) {
        try {
            return new Said(dateWords.typed(form.understood(base)), true);
        } catch (DateRefusedException refusal) {
            return new Said(dateWords.refused(refusal), false);
        }
    }

    private static @Nullable EventDate understood(EntryForm form, @Nullable WrittenEdition base) {
        try {
            return form.understood(base);
        } catch (DateRefusedException draftOnly) {
            return null;
        }
    }

    private void check(EntryForm form, PublishedChronicle chronicle, BindingResult mistakes) {
        if (chronicle.sections().stream().map(PublishedSection::slug).noneMatch(form.getSection()::equals)) {
            mistakes.rejectValue("section", "mistake.section");
        }
        validator.validate(form, mistakes);
        for (var link : new Prose(form.getBody()).refusedLinks()) {
            mistakes.rejectValue("body", "mistake.link", new Object[] {link}, null);
        }
        if (form.isThreeFieldsUsed() && understood(form, null) == null) {
            mistakes.rejectValue("dateYear", "mistake.date.fields");
        }
    }

    private Map<Long, String> names(WrittenEntry entry, List<Typing.Typist> others) {
        var ids = new HashSet<>(ReviewPage.everybody(entry));
        others.forEach(typist -> ids.add(typist.account()));
        return colleagues.names(ids);
    }

    /** What is written on: the open edition, else what the public reads, else what was last. */
    static WrittenEdition base(WrittenEntry entry) {
        return entry.open().or(entry::published).orElseGet(entry::latest);
    }
}
