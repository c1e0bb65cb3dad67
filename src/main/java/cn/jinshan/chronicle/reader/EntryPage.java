package cn.jinshan.chronicle.reader;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.changes.Derived;
import cn.jinshan.chronicle.changes.KnownChanges;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.glossary.Glossary;
import cn.jinshan.chronicle.glossary.PublishedTerm;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Data for the public page of an entry, with its neighbours and related entries. */
@Component
public class EntryPage {

    private final PublicRecord publicRecord;
    private final Derived<List<PublishedTerm>> terms;

    EntryPage(PublicRecord publicRecord, PublishedTerms terms, KnownChanges changes) {
        this.publicRecord = publicRecord;
        this.terms = new Derived<>(changes, terms::all);
    }

    /** Shows an entry with its neighbours and related entries, all of them public, on the template that it names. */
    public String show(
            PublishedEntry entry, PublishedChronicle chronicle, List<PublishedSubject> subjects, Model model) {
        var shown = shown(entry, subjects);
        model.addAttribute("entry", entry);
        model.addAttribute("chronicle", chronicle);
        model.addAttribute("month", month(entry.date()));
        model.addAttribute("ofThatMonth", TimelineFilter.WHOLE.onlyMonth(month(entry.date())));
        model.addAttribute("subjects", shown.subjects());
        model.addAttribute("keywords", linked(subjects));
        model.addAttribute("glossary", shown.glossary());
        model.addAttribute("corrections", publicRecord.corrections(entry));
        model.addAttribute("previous", publicRecord.previous(entry, chronicle).orElse(null));
        model.addAttribute("next", publicRecord.next(entry, chronicle).orElse(null));
        model.addAttribute("related", publicRecord.related(entry, chronicle, subjects));
        return "reader/entry";
    }

    /**
     * Entry as its page shows its words.
     *
     * @param subjects by kind
     * @param glossary the explained words to mark in the text
     */
    public record Shown(PublishedEntry entry, Map<Subject.Kind, List<PublishedSubject>> subjects, Glossary glossary) {}

    /** The words of an entry alone, without its place among others. */
    public Shown shown(PublishedEntry entry, List<PublishedSubject> subjects) {
        return new Shown(
                entry,
                subjects.stream().collect(groupingBy(PublishedSubject::kind, TreeMap::new, toList())),
                new Glossary(terms.get(), linked(subjects)));
    }

    private static List<String> linked(List<PublishedSubject> subjects) {
        return subjects.stream()
                .filter(PublishedSubject::listed)
                .map(PublishedSubject::name)
                .toList();
    }

    /** Shows the plain-language text of an entry alone, on the template that it names. */
    String showEasy(PublishedEntry entry, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("glossary", new Glossary(terms.get(), List.of()));
        return "reader/easy";
    }

    /** The month of the filter that contains an entry. */
    private static int month(EventDate date) {
        return date.months() == 0 ? TimelineFilter.UNDATED : date.heading().number();
    }
}
