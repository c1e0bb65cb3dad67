package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.proofreading.Hints;
import cn.jinshan.chronicle.proofreading.PersonalInformation;
import cn.jinshan.chronicle.reports.ReportHandling;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.text.Prose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

    private final EditorialRecord record;
    private final EntryWorkflow writing;
    private final Federation federation;
    private final ReviewPage reviewPage;
    private final Comparisons comparisons;
    private final Autosave autosave;
    private final EntrySaves saves;
    private final Hints hints;
    private final Colleagues colleagues;
    private final ReportHandling reporting;
    private final DateWords dateWords;
    private final MessageSource messages;
    private final SmartValidator validator;

    WritingController(
            EditorialRecord record,
            EntryWorkflow writing,
            Federation federation,
            ReviewPage reviewPage,
            Comparisons comparisons,
            Autosave autosave,
            EntrySaves saves,
            Hints hints,
            Colleagues colleagues,
            ReportHandling reporting,
            DateWords dateWords,
            MessageSource messages,
            SmartValidator validator) {
        this.record = record;
        this.writing = writing;
        this.federation = federation;
        this.reviewPage = reviewPage;
        this.comparisons = comparisons;
        this.autosave = autosave;
        this.saves = saves;
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
     * Asks for the form of a new entry. Its address names its key, so that whoever comes back to it finds what they
     * left there, or what they saved.
     *
     * @param year of the chronicle; null for the newest that takes new entries
     * @param form the key of the form; null for a new one
     * @param copy the form key of what was begun and never saved
     */
    @GetMapping(NEW)
    String begin(
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable UUID form,
            @RequestParam @Nullable UUID copy,
            RestoredForm kept,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        var written = new EntryForm();
        if (kept.into("form", written)) {
            written.open(written.getFormKey());
            return blank(written, chronicleOf(written), me, model);
        }
        if (copy != null) {
            var typed = autosave.typed(me, copy.toString()).orElseThrow(() -> new NotPublicException("copy"));
            return goOn(typed, me, model);
        }
        var unclosed = record.unclosed();
        if (unclosed.isEmpty()) {
            return "editing/no-chronicle";
        }
        int into = year == null ? unclosed.get(0).year() : of(year, unclosed).year();
        if (form == null) {
            return "redirect:" + NEW + "?form=" + UUID.randomUUID() + (year == null ? "" : "&year=" + year);
        }
        var saved = record.begunWith(form.toString());
        if (saved.isPresent()) {
            return "redirect:" + (record.exists(saved.get()) ? "/admin/entries/" + saved.get() : NEW);
        }
        var typed = autosave.typed(me, form.toString());
        if (typed.isPresent()) {
            return goOn(typed.get(), me, model);
        }
        written.open(form.toString()).setYear(into);
        return blank(written, of(into, unclosed), me, model);
    }

    private String goOn(Autosave.Typed typed, SignedIn me, Model model) {
        model.addAttribute("typed", typed);
        return blank(typed.form(), chronicleOf(typed.form()), me, model);
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
        model.addAttribute("full", autosave.isFull(me));
        model.addAttribute("unclosed", unclosed);
        model.addAttribute("closed", unclosed.stream().noneMatch(each -> each.year() == chronicle.year()));
        model.addAttribute(
                "begun",
                autosave.begun(me).stream()
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
            if (begun.isEmpty()) {
                return meanwhile(blank(form, chronicle, me, model), mistakes);
            }
            if (!record.exists(begun.get())) {
                form.setFormKey("");
                return discarded(form, me, model);
            }
            return again(record.entry(begun.get()), form, mistakes, me, flash, model);
        }
    }

    /** A section or a subject that it needs was changed just now: pressed once more, it is found as it is. */
    private static ModelAndView meanwhile(String view, BindingResult mistakes) {
        mistakes.reject("refused.meanwhile");
        return new ModelAndView(view, HttpStatus.CONFLICT);
    }

    /**
     * @param copy the form key of what was typed and not saved; null for the latest of it
     * @param save the number of a save to be taken up again
     */
    @GetMapping(ENTRY)
    Object entry(
            @PathVariable long id,
            @RequestParam @Nullable UUID copy,
            @RequestParam @Nullable Long save,
            RestoredForm kept,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        if (!kept.fields().isEmpty() && record.isDiscarded(id)) {
            var typed = new EntryForm();
            kept.into("form", typed);
            return discarded(typed, me, model);
        }
        var entry = record.entry(id);
        var base = base(entry);
        if (base.isSubmitted() && kept.fields().isEmpty() && copy == null) {
            return reviewPage.show(entry, me, model);
        }
        var form = EntryForm.of(entry);
        var key = UUID.randomUUID().toString();
        if (kept.into("form", form.withBlankSubjects())) {
            if (!form.resolve(EntryForm.of(entry)).isEmpty()) {
                // What was asked about is asked again
                form.setVersion(SeenVersion.NONE);
            }
            key = form.getFormKey().isEmpty() ? key : form.getFormKey();
        } else if (save != null) {
            var taken = saves.find(id, save).orElseThrow(() -> new NotPublicException("save"));
            form = taken.form();
            form.show(entry.version());
            model.addAttribute("takenUp", taken);
        } else {
            var unsaved = unsaved(entry, me);
            var typed = copy == null
                    ? unsaved.stream().findFirst()
                    : Optional.of(autosave.typed(me, copy.toString())
                            .filter(each -> Objects.equals(each.entry(), id))
                            .orElseThrow(() -> new NotPublicException("copy")));
            if (typed.isPresent()) {
                model.addAttribute("typed", typed.get());
                return written(typed.get().form(), entry, me, model);
            }
        }
        return written(form.open(key), entry, me, model);
    }

    /** What somebody typed about an entry, as far as it says something else than what is saved. */
    private List<Autosave.Typed> unsaved(EditorialEntry entry, SignedIn me) {
        var present = EntryForm.of(entry);
        return autosave.typed(me, entry.id()).stream()
                .filter(typed -> !typed.form().differing(present).isEmpty())
                .toList();
    }

    private String written(EntryForm form, EditorialEntry entry, SignedIn me, Model model) {
        var base = base(entry);
        var others = autosave.others(me, entry.id());
        model.addAttribute("full", autosave.isFull(me));
        model.addAttribute("entry", entry);
        model.addAttribute(
                "unsaved",
                unsaved(entry, me).stream()
                        .filter(typed -> !typed.form().getFormKey().equals(form.getFormKey()))
                        .toList());
        model.addAttribute("others", others);
        model.addAttribute("names", names(entry, others));
        model.addAttribute("personal", PersonalInformation.in(base.text()));
        model.addAttribute("reports", reporting.about(entry.id()));
        return written(form, base.chronicle(), base, model);
    }

    private String written(EntryForm form, PublishedChronicle chronicle, @Nullable EditorialEdition base, Model model) {
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
            return discarded(form, me, model);
        }
    }

    private Object save(
            long id, EntryForm form, BindingResult mistakes, SignedIn me, RedirectAttributes flash, Model model) {
        var entry = record.entry(id);
        form.setYear(base(entry).chronicle().year());
        if (form.isOnlyToLook()) {
            check(form, base(entry).chronicle(), mistakes);
            return again(written(form, entry, me, model), mistakes);
        }
        var open = form.resolve(saves.at(entry, form.seen()).orElseGet(() -> EntryForm.of(entry)));
        return merged(entry, form, open, mistakes, me, flash, model, true);
    }

    /**
     * Saves what comes of what was typed and what others saved meanwhile.
     *
     * @param open the fields that were asked about and not answered
     * @param once more, if somebody saves between the merge and the save
     */
    private Object merged(
            EditorialEntry entry,
            EntryForm form,
            List<String> open,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Model model,
            boolean once) {
        long id = entry.id();
        var base = base(entry);
        var present = EntryForm.of(entry);
        boolean stale = form.seen() != entry.version();
        var from = saves.at(entry, form.seen());
        var others = saves.accountsSince(entry, form.seen());
        var merge = Merge.of(form, from.orElse(null), present);
        var asked = form.differing(present).stream()
                .filter(field -> open.contains(field) || merge.asked().contains(field))
                .toList();
        if (!asked.isEmpty()) {
            model.addAttribute("unanswered", !open.isEmpty());
            model.addAttribute("known", from.isPresent());
            return conflict(form, asked, merge.taken(), others, entry, me, model);
        }
        if (!merge.taken().isEmpty()) {
            var said = Map.of(
                    "merged", String.join(",", merge.taken()),
                    "own", isOwn(others, me),
                    "who", String.join("、", colleagues.names(others).values()));
            model.addAllAttributes(said);
            said.forEach(flash::addFlashAttribute);
        }
        check(form, base.chronicle(), mistakes);
        if (mistakes.hasErrors()) {
            return again(written(form, entry, me, model), mistakes);
        }
        if (form.differing(present).isEmpty()) {
            autosave.drop(me, form);
            return saved(id, form, flash);
        }
        try {
            writing.save(id, form, understood(form, base), me);
            return saved(id, form, flash);
        } catch (RefusedException refused) {
            refuse(refused, mistakes);
            var page = again(written(form, entry, me, model), mistakes);
            if (stale) {
                page.setStatus(HttpStatus.CONFLICT);
            }
            return page;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            var now = record.entry(id);
            return now.version() == form.seen() || !once
                    ? meanwhile(written(form, now, me, model), mistakes)
                    : merged(now, form, List.of(), mistakes, me, flash, model, false);
        }
    }

    private static boolean isOwn(Set<Long> accounts, SignedIn me) {
        return accounts.equals(Set.of(me.id()));
    }

    /** Nothing is left of the entry: what was typed can be saved as a new one. */
    private ModelAndView discarded(EntryForm form, SignedIn me, Model model) {
        if (form.getFormKey().isEmpty()) {
            form.open(UUID.randomUUID().toString());
        }
        form.setThen("");
        model.addAttribute("discarded", true);
        var page = blank(form, of(form.getYear(), record.chronicles()), me, model);
        return new ModelAndView(page, model.asMap(), HttpStatus.CONFLICT);
    }

    /**
     * The form of a new entry is sent again. Where others saved it since, that is merged; what only its writer says
     * otherwise than before is asked about.
     */
    private Object again(
            EditorialEntry entry,
            EntryForm form,
            BindingResult mistakes,
            SignedIn me,
            RedirectAttributes flash,
            Model model) {
        var accounts = saves.accountsSince(entry, -1);
        var present = EntryForm.of(entry);
        form.setYear(present.getYear());
        if (!isOwn(accounts, me)) {
            saves.first(entry).ifPresent(first -> form.show(first));
            return merged(entry, form, List.of(), mistakes, me, flash, model, true);
        }
        var asked = form.differing(present);
        return asked.isEmpty()
                ? saved(entry.id(), form, flash)
                : conflict(form, asked, List.of(), accounts, entry, me, model);
    }

    /**
     * Somebody saved first: shows both texts of what both changed, and keeps what was typed.
     *
     * @param asked those fields
     * @param taken the fields that only they changed
     * @param accounts of those who saved first; none where this was asked before
     */
    private ModelAndView conflict(
            EntryForm form,
            List<String> asked,
            List<String> taken,
            Set<Long> accounts,
            EditorialEntry entry,
            SignedIn me,
            Model model) {
        var base = base(entry);
        var first = accounts.isEmpty() ? Stream.ofNullable(entry.changedBy()).collect(toSet()) : accounts;
        form.show(entry.version());
        model.addAttribute("conflict", comparisons.conflict(form, base, entry.version(), asked));
        model.addAttribute("taken", taken);
        model.addAttribute("own", isOwn(first, me));
        model.addAttribute("entry", entry);
        model.addAttribute("base", base);
        model.addAttribute("who", colleagues.names(first).values());
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
        return keep(me, null, request, locale);
    }

    /** Keeps what is being typed in an entry. */
    @PostMapping(ENTRY + "/working-copy")
    @ResponseBody
    Said keep(@PathVariable long id, @AuthenticationPrincipal SignedIn me, HttpServletRequest request, Locale locale) {
        return keep(me, record.isDiscarded(id) ? null : (Long) record.entry(id).id(), request, locale);
    }

    private Said keep(SignedIn me, @Nullable Long entry, HttpServletRequest request, Locale locale) {
        Autosave.Kept kept;
        try {
            kept = autosave.keep(me, entry, request.getParameterMap());
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            // Begun or saved by another request at this moment: now it is there, or gone
            kept = autosave.keep(me, entry, request.getParameterMap());
        }
        var words = kept.elsewhere() ? "write.kept.elsewhere" : "write.kept";
        return new Said(messages.getMessage(words, new Object[] {dateWords.time(kept.when())}, locale), true);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(NoRoomException full, Locale locale) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, messages.getMessage("write.full", null, locale));
        problem.setProperty("reason", "full");
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    /** What is understood of a date that is being typed. */
    @GetMapping("/admin/entries/date")
    @ResponseBody
    Said date(EntryForm form) {
        return said(form, null);
    }

    private Said said(EntryForm form, @Nullable EditorialEdition base) {
        try {
            return new Said(dateWords.typed(form.understood(base)), true);
        } catch (DateRefusedException refusal) {
            return new Said(dateWords.refused(refusal), false);
        }
    }

    private static @Nullable EventDate understood(EntryForm form, @Nullable EditorialEdition base) {
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
        if (!mistakes.hasFieldErrors("body")) {
            for (var link : new Prose(form.getBody()).refusedLinks()) {
                mistakes.rejectValue("body", "mistake.link", new Object[] {link}, null);
            }
        }
        if (form.isThreeFieldsUsed() && understood(form, null) == null) {
            mistakes.rejectValue("dateYear", "mistake.date.fields");
        }
    }

    private Map<Long, String> names(EditorialEntry entry, Collection<Autosave.Typist> others) {
        var ids = new HashSet<>(ReviewPage.everybody(entry));
        others.forEach(typist -> ids.add(typist.account()));
        return colleagues.names(ids);
    }

    /** What is written on: the open edition, else what the public reads, else what was last. */
    static EditorialEdition base(EditorialEntry entry) {
        return entry.base();
    }
}
