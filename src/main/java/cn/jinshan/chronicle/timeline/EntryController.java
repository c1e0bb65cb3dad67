package cn.jinshan.chronicle.timeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.entries.EventDate;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entry, with what stands before, after and around it. */
@Controller
class EntryController {

    private final PublicRecord publicRecord;

    EntryController(PublicRecord publicRecord) {
        this.publicRecord = publicRecord;
    }

    @GetMapping("/entries/{id:[1-9]\\d{0,17}}")
    String entry(@PathVariable long id, Model model) {
        var entry = publicRecord.entry(id);
        var chronicle = publicRecord.chronicle(entry.date().year());
        var subjects = publicRecord.subjects(entry);
        model.addAttribute("entry", entry);
        model.addAttribute("chronicle", chronicle);
        model.addAttribute("month", month(entry.date()));
        model.addAttribute("ofThatMonth", TimelineFilter.WHOLE.onlyMonth(month(entry.date())));
        model.addAttribute(
                "subjects", subjects.stream().collect(groupingBy(PublishedSubject::kind, TreeMap::new, toList())));
        model.addAttribute("previous", publicRecord.previous(entry, chronicle).orElse(null));
        model.addAttribute("next", publicRecord.next(entry, chronicle).orElse(null));
        model.addAttribute("related", publicRecord.related(entry, chronicle, subjects));
        return "timeline/entry";
    }

    /** The month of the filter that an entry is found under. */
    private static int month(EventDate date) {
        return date.months() == 0 ? TimelineFilter.UNDATED : date.heading().number();
    }
}
