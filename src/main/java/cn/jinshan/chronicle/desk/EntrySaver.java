package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.text.LineEnds;
import cn.jinshan.chronicle.text.PlainText;
import cn.jinshan.chronicle.text.Prose;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves the form of an entry, or shows it again with its mistakes, a refusal, or a conflict. */
@Component
class EntrySaver {

    private final EditorialRecord record;
    private final EntryWorkflow workflow;
    private final FormSubjects subjects;
    private final WritingPage page;
    private final Comparisons comparisons;
    private final Autosave autosave;
    private final EntrySaves saves;
    private final Colleagues colleagues;
    private final SmartValidator validator;

    EntrySaver(
            EditorialRecord record,
            EntryWorkflow workflow,
            FormSubjects subjects,
            WritingPage page,
            Comparisons comparisons,
            Autosave autosave,
            EntrySaves saves,
            Colleagues colleagues,
            SmartValidator validator) {
        this.record = record;
        this.workflow = workflow;
        this.subjects = subjects;
        this.page = page;
        this.comparisons = comparisons;
        this.autosave = autosave;
        this.saves = saves;
        this.colleagues = colleagues;
        this.validator = validator;
    }

    /** A form that a user sent, with everything needed to answer it. */
    record Sent(EntryForm form, BindingResult mistakes, SignedIn me, Model model, RedirectAttributes flash) {

        private ModelAndView saved(long id) {
            var then = form.then;
            if (then.equals("next")) {
                var next = new Beginning(form.year, form.section, null, id);
                return new ModelAndView("redirect:" + next.address(UUID.randomUUID()));
            }
            flash.addFlashAttribute("saved", true);
            return new ModelAndView("redirect:/admin/entries/" + id
                    + (List.of("preview", "publication", "submission").contains(then) ? "/" + then : ""));
        }

        private void refuse(RefusedException refused) {
            var reason = refused.reason();
            mistakes.reject(Objects.requireNonNull(reason.getCode()), reason.getArguments(), null);
        }

        private ModelAndView again(String view) {
            return new ModelAndView(view, mistakes.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        }

        /** Answers when a needed section or subject was changed just now: pressing the button again finds it. */
        private ModelAndView meanwhile(String view) {
            mistakes.reject("refused.meanwhile");
            return new ModelAndView(view, HttpStatus.CONFLICT);
        }

        private boolean isOwn(Set<Long> accounts) {
            return accounts.equals(Set.of(me.id()));
        }
    }

    /** Saves a new entry. Sending the same form twice saves one entry, and keeps what only the second one says. */
    ModelAndView begin(Sent sent) {
        var form = sent.form();
        int year = form.year;
        subjects.settle(form, sent.mistakes());
        check(sent, page.chronicle(form));
        if (form.year != year) {
            sent.mistakes().reject("refused.yearGone", new Object[] {String.valueOf(form.year)}, null);
        }
        if (sent.mistakes().hasErrors() || form.isOnlyToLook()) {
            return sent.again(showNew(sent));
        }
        try {
            return sent.saved(workflow.begin(form, form.typedDate().ifUnderstood(null), sent.me()));
        } catch (RefusedException refused) {
            sent.refuse(refused);
            return sent.again(showNew(sent));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            var begun = record.begunWith(form.formKey);
            if (begun.isEmpty()) {
                return sent.meanwhile(showNew(sent));
            }
            if (!record.exists(begun.get())) {
                form.formKey = "";
                return showDiscarded(sent);
            }
            return beginAgain(record.entry(begun.get()), sent);
        }
    }

    /** Merges a form sent again with what others saved in the new entry since; asks about conflicting fields. */
    private ModelAndView beginAgain(EditorialEntry entry, Sent sent) {
        var form = sent.form();
        var accounts = saves.accountsSince(entry, -1);
        var present = EntryForm.of(entry);
        form.year = present.year;
        if (!sent.isOwn(accounts)) {
            saves.first(entry).ifPresent(form::show);
            return merge(entry, List.of(), true, sent);
        }
        var asked = EntryFields.differing(form, present);
        return asked.isEmpty() ? sent.saved(entry.id()) : conflict(entry, asked, List.of(), accounts, sent);
    }

    /** Saves an entry; if it was discarded, shows what was typed as a new one. */
    ModelAndView save(long id, Sent sent) {
        try {
            return save(record.entry(id), sent);
        } catch (NotPublicException gone) {
            if (!record.isDiscarded(id)) {
                throw gone;
            }
            return showDiscarded(sent);
        }
    }

    private ModelAndView save(EditorialEntry entry, Sent sent) {
        var form = sent.form();
        var chronicle = page.chronicle(form, entry.base().chronicle());
        subjects.settle(form, sent.mistakes());
        if (form.isOnlyToLook()) {
            check(sent, chronicle);
            return sent.again(show(entry, sent));
        }
        var seen = saves.at(entry, form.seen()).orElseGet(() -> EntryForm.of(entry));
        return merge(entry, new ConflictAnswers(form, seen).apply(), true, sent);
    }

    /**
     * Saves the merge of what the user typed and what others saved meanwhile.
     *
     * @param open the fields that are still unanswered
     * @param once whether to try once more if somebody saves in between
     */
    private ModelAndView merge(EditorialEntry entry, List<String> open, boolean once, Sent sent) {
        var form = sent.form();
        var base = entry.base();
        var present = EntryForm.of(entry);
        boolean stale = form.seen() != entry.version();
        var from = saves.at(entry, form.seen());
        var others = saves.accountsSince(entry, form.seen());
        form.withEachOf(from.orElse(present), SubjectRow::showed);
        var merge = Merge.of(form, from.orElse(null), present);
        var asked = EntryFields.differing(form, present).stream()
                .filter(field -> open.contains(field) || merge.asked().contains(field))
                .toList();
        if (!asked.isEmpty()) {
            sent.model().addAttribute("unanswered", !open.isEmpty());
            sent.model().addAttribute("known", from.isPresent());
            return conflict(entry, asked, merge.taken(), others, sent);
        }
        if (!merge.taken().isEmpty()) {
            var said = Map.of(
                    "merged", String.join(",", merge.taken()),
                    "own", sent.isOwn(others),
                    "who", String.join("、", colleagues.names(others.stream()).values()));
            sent.model().addAllAttributes(said);
            said.forEach(sent.flash()::addFlashAttribute);
        }
        check(sent, page.chronicle(form, base.chronicle()));
        if (sent.mistakes().hasErrors()) {
            return sent.again(show(entry, sent));
        }
        if (EntryFields.differing(form, present).isEmpty() && isStandard(base)) {
            autosave.drop(sent.me(), form);
            return sent.saved(entry.id());
        }
        if (form.year != present.year && form.position.equals(present.position)) {
            form.position = "";
        }
        try {
            workflow.save(entry.id(), present.year, form, form.typedDate().ifUnderstood(base), sent.me());
            return sent.saved(entry.id());
        } catch (RefusedException refused) {
            sent.refuse(refused);
            return new ModelAndView(show(entry, sent), stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException meanwhile) {
            var now = record.entry(entry.id());
            return now.version() == form.seen() || !once
                    ? sent.meanwhile(show(now, sent))
                    : merge(now, List.of(), false, sent);
        }
    }

    /** Whether its texts are stored as they would be saved today; line ends, which nobody sees, do not matter. */
    private static boolean isStandard(EditorialEdition base) {
        return Stream.of(
                        base.title(), base.wording(), base.body(), base.easyTitle(), base.easyRead(), base.correction())
                .filter(Objects::nonNull)
                .map(LineEnds::of)
                .allMatch(PlainText::isStandard);
    }

    /**
     * Shows the conflict page with both texts of each field that both users changed, and keeps what was typed.
     *
     * @param asked the fields that both changed
     * @param taken the fields that only the others changed
     * @param accounts the users who saved first; none if they were named before
     */
    private ModelAndView conflict(
            EditorialEntry entry, List<String> asked, List<String> taken, Set<Long> accounts, Sent sent) {
        var base = entry.base();
        var first = accounts.isEmpty() ? Stream.ofNullable(entry.changedBy()).collect(toSet()) : accounts;
        sent.form().show(entry.version());
        sent.form().withEachOf(EntryForm.of(base), SubjectRow::sees);
        return new ModelAndView("desk/conflict", HttpStatus.CONFLICT)
                .addObject("comparison", comparisons.between(sent.form(), base, asked))
                .addObject("taken", taken)
                .addObject("own", sent.isOwn(first))
                .addObject("entry", entry)
                .addObject("base", base)
                .addObject("who", colleagues.names(first.stream()).values());
    }

    private void check(Sent sent, PublishedChronicle chronicle) {
        var form = sent.form();
        var mistakes = sent.mistakes();
        if (chronicle.sections().stream().map(PublishedSection::slug).noneMatch(form.section::equals)) {
            mistakes.rejectValue("section", "mistake.section");
        }
        validator.validate(form, mistakes);
        if (!mistakes.hasFieldErrors("body")) {
            for (var link : new Prose(form.body).refusedLinks()) {
                mistakes.rejectValue("body", "mistake.link", new Object[] {link}, null);
            }
        }
        if (!form.position.matches("|[1-9]\\d{0,5}")) {
            mistakes.rejectValue("position", "mistake.position", new Object[] {form.position}, null);
        }
        if (form.then.equals("nearest")) {
            form.typedDate().nearest().ifPresent(nearest -> form.date = nearest);
        }
        checkDate(form, mistakes);
    }

    private static void checkDate(EntryForm form, BindingResult mistakes) {
        var wrong = form.typedDate().boxes().unreadable();
        wrong.forEach((field, typed) -> mistakes.rejectValue(
                field, "mistake.date." + field, new Object[] {typed, String.valueOf(form.year)}, null));
        if (wrong.isEmpty() && form.isBesideWording() && form.typedDate().ifUnderstood(null) == null) {
            mistakes.rejectValue("dateYear", "mistake.date.fields");
        }
    }

    private String show(EditorialEntry entry, Sent sent) {
        return page.show(sent.form(), entry, sent.me(), sent.model());
    }

    private String showNew(Sent sent) {
        return page.showNew(sent.form(), sent.me(), sent.model());
    }

    private ModelAndView showDiscarded(Sent sent) {
        return page.showDiscarded(sent.form(), sent.me(), sent.model());
    }
}
