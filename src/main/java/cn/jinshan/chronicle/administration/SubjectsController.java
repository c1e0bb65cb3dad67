package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialSubject;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.site.Moved;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people, organisations, places and events, for administrators: corrected, and merged where two are the same. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SubjectsController {

    private static final String SUBJECTS = "/admin/subjects";
    private static final String SUBJECT = SUBJECTS + "/{id:[1-9]\\d{0,17}}";
    private static final int PROPOSED = 20;

    private final EditorialRecord record;
    private final SubjectAdministration administration;

    SubjectsController(EditorialRecord record, SubjectAdministration administration) {
        this.record = record;
        this.administration = administration;
    }

    @ModelAttribute("kinds")
    Kind[] kinds() {
        return Kind.values();
    }

    /** One former name is one value, also with a comma in it, where Spring would divide it. */
    @InitBinder("form")
    void commasStandInNames(WebDataBinder form) {
        form.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    @GetMapping(SUBJECTS)
    String list(SubjectSearch search, Model model) {
        var rows = record.subjects(search.words(), search.kind(), search.onlyUnlisted(), search.pageable());
        if (rows.getNumber() > 0 && rows.getNumber() >= rows.getTotalPages()) {
            throw new NotPublicException("page");
        }
        model.addAttribute("search", search);
        model.addAttribute("rows", rows);
        return "editing/subjects";
    }

    @GetMapping(SUBJECT)
    Object subject(@PathVariable long id, RestoredForm kept, Model model) {
        var written = record.subjectOrWhatTookItIn(id);
        if (written.subject().id() != id) {
            return new Moved(SUBJECTS + "/" + written.subject().id());
        }
        var form = SubjectForm.of(written);
        kept.into("form", form);
        model.addAttribute("form", form);
        model.addAttribute("written", written);
        return "editing/subject";
    }

    /** What was typed of a subject that somebody merged meanwhile is kept in the form of the one that stayed. */
    @PostMapping(SUBJECT)
    Object change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SubjectForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        try {
            return keep(id, form, mistakes, model, flash);
        } catch (NotPublicException merged) {
            var stayed = form.wasCalled().flatMap(record::known).orElseThrow(() -> merged);
            form.turnTo(stayed);
            model.addAttribute("merged", true);
            model.addAttribute("written", stayed);
            return new ModelAndView("editing/subject", model.asMap(), HttpStatus.CONFLICT);
        }
    }

    private Object keep(long id, SubjectForm form, BindingResult mistakes, Model model, RedirectAttributes flash) {
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        form.confirm(mistakes);
        if (!mistakes.hasErrors()) {
            try {
                administration.change(id, form);
                return done("changed", flash);
            } catch (ConcurrencyFailureException stale) {
                status = HttpStatus.CONFLICT;
                form.show(record.subject(id).version());
                model.addAttribute("stale", true);
            } catch (DataIntegrityViolationException taken) {
                mistakes.rejectValue("name", "mistake.subject.taken");
                record.subject(form.chosenKind(), form.getName())
                        .ifPresent(namesake -> model.addAttribute("namesake", namesake));
            } catch (RefusedException formerName) {
                mistakes.rejectValue(
                        "name", Objects.requireNonNull(formerName.reason().getCode()));
                record.known(form.chosenName()).ifPresent(owner -> model.addAttribute("owner", owner));
            }
        }
        model.addAttribute("written", record.subject(id));
        return new ModelAndView("editing/subject", model.asMap(), status);
    }

    /**
     * @param q words in the name of the one that stays
     * @param into the one that stays; null while it is not chosen
     */
    @GetMapping(SUBJECT + "/merging")
    ModelAndView merging(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Long into,
            RestoredForm kept) {
        var chosen = Optional.ofNullable(into)
                .or(() -> kept.fields().getOrDefault("into", List.of()).stream()
                        .findFirst()
                        .map(SubjectsController::number));
        return chosen.isPresent() ? ask(id, chosen.get()).page() : choose(id, q);
    }

    private ModelAndView choose(long id, String q) {
        var written = record.subject(id);
        var words = PlainText.stripped(q);
        var found = words.isEmpty()
                ? record.alike(id)
                : record.subjects(words, null, false, PageRequest.of(0, PROPOSED)).stream()
                        .filter(other -> other.subject().id() != id)
                        .toList();
        return new ModelAndView("editing/merging", Map.of("written", written, "q", words, "found", found));
    }

    @PostMapping(SUBJECT + "/merging")
    Object merge(@PathVariable long id, Merging merging, RedirectAttributes flash) {
        try {
            administration.merge(
                    id,
                    merging.version().number(),
                    number(merging.into()),
                    merging.intoVersion().number());
            return done("merged", flash);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException stale) {
            return ask(id, number(merging.into())).again(stale);
        }
    }

    /** What was asked: which two, as they were seen. */
    record Merging(SeenVersion version, String into, SeenVersion intoVersion) {

        Merging {
            version = version == null ? SeenVersion.NONE : version;
            into = into == null ? "" : into;
            intoVersion = intoVersion == null ? SeenVersion.NONE : intoVersion;
        }
    }

    /** -1 is nobody's. */
    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    private Question ask(long id, long into) {
        var goes = record.subject(id);
        var stays = record.subject(into);
        var address = SUBJECTS + "/" + id;
        return new Question(
                "subject.merging",
                SUBJECTS,
                address + "/merging",
                address,
                goes.subject().name(),
                Map.of(
                        "version", List.of(String.valueOf(goes.version())),
                        "into", List.of(String.valueOf(into)),
                        "intoVersion", List.of(String.valueOf(stays.version()))),
                List.of(
                        goes.subject().name(),
                        stays.subject().name(),
                        goes.editions(),
                        record.editionsOfBoth(id, into),
                        goes.listed() && stays.listed() ? 0 : 1,
                        kind(goes),
                        kind(stays),
                        goes.subject().kind() == stays.subject().kind() ? 0 : 1),
                id == into ? "refused.sameSubject" : null);
    }

    private static MessageSourceResolvable kind(EditorialSubject written) {
        return new DefaultMessageSourceResolvable(
                "entry.subjects." + written.subject().kind());
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "subject." + what);
        return "redirect:" + SUBJECTS;
    }
}
