package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.reader.EntryPage;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final FormSubjects subjects;
    private final EntryPage entryPage;
    private final ReviewPage reviewPage;
    private final DateWords dateWords;
    private final MessageSource messages;

    WritingPage(
            EditorialRecord record,
            Federation federation,
            Autosave autosave,
            EntryHints hints,
            FormSubjects subjects,
            EntryPage entryPage,
            ReviewPage reviewPage,
            DateWords dateWords,
            MessageSource messages) {
        this.record = record;
        this.federation = federation;
        this.autosave = autosave;
        this.hints = hints;
        this.subjects = subjects;
        this.entryPage = entryPage;
        this.reviewPage = reviewPage;
        this.dateWords = dateWords;
        this.messages = messages;
    }

    /** The chronicle of a form; if it has been removed meanwhile, the newest one that takes new entries. */
    PublishedChronicle chronicle(EntryForm form) {
        return record.unclosed().stream()
                .findFirst()
                .map(newest -> chronicle(form, newest))
                .or(() -> inYear(form.year))
                .orElseThrow(() -> new NotPublicException("year"));
    }

    /** The chronicle of a form; if it has been removed meanwhile, or the form names none, another one. */
    PublishedChronicle chronicle(EntryForm form, PublishedChronicle otherwise) {
        var chronicle = inYear(form.year).orElse(otherwise);
        form.year = chronicle.year();
        return chronicle;
    }

    private Optional<PublishedChronicle> inYear(int year) {
        return record.chronicles().stream()
                .filter(chronicle -> chronicle.year() == year)
                .findFirst();
    }

    /**
     * The form that a new entry begins with: the year asked for, if it takes new entries, else that of the user's last
     * entry, or the newest; the section asked for; and the content of another entry.
     *
     * @throws NotPublicException if there is no such year, or no such entry
     */
    EntryForm begin(Beginning begin, SignedIn me, Model model) {
        var unclosed = record.unclosed().stream().map(PublishedChronicle::year).toList();
        var from = begin.from() == null ? null : record.entry(begin.from()).base();
        var form = from == null ? new EntryForm() : EntryForm.of(from);
        var asked = begin.year() == null && from != null
                ? (Integer) from.chronicle().year()
                : begin.year();
        if (asked != null && !unclosed.contains(asked)) {
            model.addAttribute(
                    "askedYear",
                    inYear(asked)
                            .orElseThrow(() -> new NotPublicException("year"))
                            .year());
        }
        form.year = asked != null && unclosed.contains(asked)
                ? asked
                : record.lastYear(me.id()).orElse(unclosed.get(0));
        form.position = "";
        form.correction = "";
        form.section = begin.section() == null ? form.section : begin.section();
        if (begin.after() != null) {
            model.addAttribute("after", begin.after());
            model.addAttribute(
                    "afterTitle", record.titles(List.of(begin.after())).get(begin.after()));
        }
        return form;
    }

    /** Shows the form of a new entry; returns the name of its template. */
    String showNew(EntryForm form, SignedIn me, Model model) {
        var chronicle = chronicle(form);
        model.addAttribute("closed", record.unclosed().stream().noneMatch(each -> each.year() == chronicle.year()));
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
        reviewPage.about(entry, typists.stream().map(Autosave.Typist::account), me, model);
        model.addAttribute("unsaved", others(autosave.unsaved(me, entry), form));
        model.addAttribute("others", typists);
        return show(form, chronicle(form, base.chronicle()), base, me, model);
    }

    private String show(
            EntryForm form, PublishedChronicle chronicle, @Nullable EditorialEdition base, SignedIn me, Model model) {
        var required = federation.settings().requiredReviews();
        var date = form.typedDate().ifUnderstood(base);
        model.addAttribute("full", autosave.isFull(me));
        model.addAttribute("form", form.withBlankSubject());
        model.addAttribute("offered", subjects.offered(form));
        model.addAttribute("chronicle", chronicle);
        model.addAttribute("years", years(chronicle));
        model.addAttribute("base", base);
        model.addAttribute("standing", base == null ? null : base.standing(required));
        model.addAttribute("reviewed", required.of(base != null && base.nextCorrects()) > 0);
        model.addAttribute("understood", understood(form.typedDate(), base));
        model.addAttribute("remarks", hints.of(form, base));
        model.addAttribute("shown", shown(form, date, chronicle));
        model.addAttribute("kinds", Subject.Kind.values());
        model.addAttribute("subjectNames", record.subjectNames());
        return "desk/write";
    }

    /** The years to choose from: those that take new entries, and the present one; newest first. */
    private List<Integer> years(PublishedChronicle present) {
        return Stream.concat(record.unclosed().stream(), Stream.of(present))
                .map(PublishedChronicle::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The entry as the public would read it; null while it has no section. */
    private EntryPage.@Nullable Shown shown(EntryForm form, @Nullable EventDate date, PublishedChronicle chronicle) {
        return chronicle.sections().stream()
                .filter(section -> section.slug().equals(form.section))
                .findFirst()
                .map(section -> entryPage.shown(form.asItWouldBe(section, date), form.publishedSubjects()))
                .orElse(null);
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
