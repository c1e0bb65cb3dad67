package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Data for the page with the form of an entry: its hints, its unsaved texts, and the other users who are writing. */
@Component
class WritingPage {

    private final EditorialRecord record;
    private final Federation federation;
    private final Autosave autosave;
    private final EntryHints hints;
    private final ReviewPage reviewPage;
    private final DateWords dateWords;
    private final MessageSource messages;

    WritingPage(
            EditorialRecord record,
            Federation federation,
            Autosave autosave,
            EntryHints hints,
            ReviewPage reviewPage,
            DateWords dateWords,
            MessageSource messages) {
        this.record = record;
        this.federation = federation;
        this.autosave = autosave;
        this.hints = hints;
        this.reviewPage = reviewPage;
        this.dateWords = dateWords;
        this.messages = messages;
    }

    /** The chronicle of a form; if it has been removed meanwhile, the newest one that takes new entries. */
    PublishedChronicle chronicle(EntryForm form) {
        var chronicles = record.chronicles();
        if (chronicles.stream().noneMatch(chronicle -> chronicle.year() == form.year)) {
            record.unclosed().stream().findFirst().ifPresent(newest -> form.year = newest.year());
        }
        return chronicles.stream()
                .filter(chronicle -> chronicle.year() == form.year)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("year"));
    }

    /** Shows the form of a new entry; returns the name of its template. */
    String showNew(EntryForm form, SignedIn me, Model model) {
        var chronicle = chronicle(form);
        var unclosed = record.unclosed();
        model.addAttribute("unclosed", unclosed);
        model.addAttribute("closed", unclosed.stream().noneMatch(each -> each.year() == chronicle.year()));
        model.addAttribute("begun", others(autosave.begun(me), form));
        return show(form, chronicle, null, me, model);
    }

    /** Shows the form of a discarded entry: what was typed can be saved as a new entry. */
    ModelAndView showDiscarded(EntryForm form, SignedIn me, Model model) {
        if (form.formKey.isEmpty()) {
            form.open();
        }
        model.addAttribute("discarded", true);
        return new ModelAndView(showNew(form, me, model), HttpStatus.CONFLICT);
    }

    /** Shows the form of an entry; returns the name of its template. */
    String show(EntryForm form, EditorialEntry entry, SignedIn me, Model model) {
        var base = entry.base();
        var typists = autosave.others(me, entry.id());
        reviewPage.about(entry, typists.stream().map(Autosave.Typist::account), model);
        model.addAttribute("unsaved", others(autosave.unsaved(me, entry), form));
        model.addAttribute("others", typists);
        return show(form, base.chronicle(), base, me, model);
    }

    private String show(
            EntryForm form, PublishedChronicle chronicle, @Nullable EditorialEdition base, SignedIn me, Model model) {
        var required = federation.settings().requiredReviews();
        model.addAttribute("full", autosave.isFull(me));
        model.addAttribute("form", form.withBlankSubjects());
        model.addAttribute("chronicle", chronicle);
        model.addAttribute("base", base);
        model.addAttribute("standing", base == null ? null : base.standing(required));
        model.addAttribute("reviewed", required.of(base != null && base.nextCorrects()) > 0);
        model.addAttribute("understood", understood(form.typedDate(), base));
        model.addAttribute("hints", hints.of(form, base));
        model.addAttribute("kinds", Subject.Kind.values());
        model.addAttribute("subjectNames", record.subjectNames());
        return "desk/write";
    }

    private static List<Autosave.Typed> others(List<Autosave.Typed> all, EntryForm form) {
        return all.stream()
                .filter(typed -> !typed.form().formKey.equals(form.formKey))
                .toList();
    }

    /** The understood date in words, or the reason why it is not understood. */
    Said understood(TypedDate date, @Nullable EditorialEdition base) {
        try {
            return new Said(dateWords.typed(date.understood(base)), true, null);
        } catch (DateRefusedException refusal) {
            if (date.boxes().isUsed()) {
                return new Said(
                        messages.getMessage("mistake.date.fields", null, LocaleContextHolder.getLocale()), false, null);
            }
            return new Said(
                    dateWords.refused(refusal), false, refusal.suggestion().orElse(null));
        }
    }
}
