package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.editorial.EditorialSubjects;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.site.EditPage;
import cn.jinshan.chronicle.site.Moved;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** The pages on which administrators correct people, organisations, places and events, and merge duplicates. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SubjectsController {

    private static final String SUBJECTS = "/admin/subjects";
    private static final String SUBJECT = SUBJECTS + "/{id:[1-9]\\d{0,17}}";
    private static final EditPage PAGE = new EditPage(
            SUBJECTS, "administration/subject", "name", "mistake.subject.taken", Map.of("refused.formerName", "name"));
    private static final int PROPOSED = 20;

    private final EditorialSubjects subjects;
    private final SubjectAdministration administration;
    private final MessageSource messages;

    SubjectsController(EditorialSubjects subjects, SubjectAdministration administration, MessageSource messages) {
        this.subjects = subjects;
        this.administration = administration;
        this.messages = messages;
    }

    @ModelAttribute("kinds")
    Kind[] kinds() {
        return Kind.values();
    }

    /** Keeps a former name with a comma in one piece; Spring would split it. */
    @InitBinder("form")
    void commasStandInNames(WebDataBinder form) {
        form.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    @GetMapping(SUBJECTS)
    String list(SubjectSearch search, Model model) {
        var rows = subjects.page(search.words(), search.kind(), search.onlyUnlisted(), search.pageable());
        if (rows.getNumber() > 0 && rows.getNumber() >= rows.getTotalPages()) {
            throw new NotPublicException("page");
        }
        model.addAttribute("search", search);
        model.addAttribute("rows", rows);
        return "administration/subjects";
    }

    @GetMapping(SUBJECT)
    ModelAndView subject(@PathVariable long id, RestoredForm kept, Model model) {
        var written = subjects.subjectOrWhatTookItIn(id);
        if (written.subject().id() != id) {
            return new ModelAndView(new Moved(SUBJECTS + "/" + written.subject().id()));
        }
        var form = SubjectForm.of(written);
        kept.into("form", form);
        return new ModelAndView(PAGE.view())
                .addObject("form", form)
                .addObject("written", written)
                .addObject("lookAlikes", subjects.lookingLike(written.subject()));
    }

    /** Changes a subject; if it was merged meanwhile, what was typed stays in the form of the other one. */
    @PostMapping(SUBJECT)
    ModelAndView change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SubjectForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        form.check(mistakes);
        try {
            return PAGE.change(
                    "subject.changed",
                    form,
                    mistakes,
                    flash,
                    () -> administration.change(id, form),
                    () -> show(id, form, mistakes, model));
        } catch (NotPublicException merged) {
            var stayed = form.wasCalled().flatMap(subjects::known).orElseThrow(() -> merged);
            form.turnTo(stayed);
            return PAGE.again(HttpStatus.CONFLICT).addObject("merged", true).addObject("written", stayed);
        }
    }

    private long show(long id, SubjectForm form, BindingResult mistakes, Model model) {
        var written = subjects.subject(id);
        model.addAttribute("written", written);
        mistakes.getFieldErrors("name").forEach(mistake -> {
            if ("mistake.subject.taken".equals(mistake.getCode())) {
                subjects.subject(form.chosenKind(), form.name)
                        .ifPresent(namesake -> model.addAttribute("namesake", namesake));
            } else if ("refused.formerName".equals(mistake.getCode())) {
                subjects.known(form.chosenName()).ifPresent(owner -> model.addAttribute("owner", owner));
            }
        });
        return written.version();
    }

    /**
     * @param q words in the name of the subject that stays
     * @param into the subject that stays; null while none is chosen
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
        var written = subjects.subject(id);
        var words = PlainText.stripped(q);
        var found = words.isEmpty()
                ? subjects.alike(id)
                : subjects.page(words, null, false, PageRequest.of(0, PROPOSED)).stream()
                        .filter(other -> other.subject().id() != id)
                        .toList();
        return new ModelAndView("administration/merging", Map.of("written", written, "q", words, "found", found))
                .addObject("lookAlikes", subjects.lookingLike(written.subject()));
    }

    @PostMapping(SUBJECT + "/merging")
    ModelAndView merge(@PathVariable long id, Merging merging, RedirectAttributes flash) {
        long into = number(merging.into());
        var goes = subjects.subject(id);
        var stays = subjects.subject(into);
        flash.addFlashAttribute(
                "about", List.of(words(SubjectLabel.withKind(goes, stays)), words(SubjectLabel.withKind(stays, goes))));
        return PAGE.decide(
                "subject.merged",
                flash,
                () -> administration.merge(
                        id,
                        merging.version().number(),
                        into,
                        merging.intoVersion().number()),
                () -> ask(id, into));
    }

    /** A requested merge: both subjects and the versions that were seen. */
    record Merging(SeenVersion version, String into, SeenVersion intoVersion) {

        Merging {
            version = version == null ? SeenVersion.NONE : version;
            into = into == null ? "" : into;
            intoVersion = intoVersion == null ? SeenVersion.NONE : intoVersion;
        }
    }

    /** The number that was typed; -1 for anything else, which no subject has. */
    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    private String words(MessageSourceResolvable label) {
        return messages.getMessage(label, LocaleContextHolder.getLocale());
    }

    private Question ask(long id, long into) {
        var goes = subjects.subject(id);
        var stays = subjects.subject(into);
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
                        SubjectLabel.withKind(goes, stays),
                        SubjectLabel.withKind(stays, goes),
                        goes.editions(),
                        subjects.editionsOfBoth(id, into),
                        goes.listed() && stays.listed() ? 0 : 1,
                        SubjectLabel.of(goes, stays),
                        SubjectLabel.of(stays, goes),
                        goes.subject().kind() == stays.subject().kind() ? "" : SubjectLabel.bothAs(stays)),
                id == into ? "refused.sameSubject" : null);
    }
}
