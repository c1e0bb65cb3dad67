package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.glossary.Glossary;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The printable book of a year, in two type sizes and in plain language; a long year is divided into parts. */
@Controller
class BookletController {

    private static final String LARGE = "large";
    private static final String EASY = "easy";

    private final PublicRecord publicRecord;
    private final PublishedTerms terms;
    private final Clock clock;

    BookletController(PublicRecord publicRecord, PublishedTerms terms, Clock clock) {
        this.publicRecord = publicRecord;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/{year:\\d{4}}/booklet")
    String booklet(
            @PathVariable int year,
            @RequestParam(defaultValue = "1") String part,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        if (!size.isEmpty() && !size.equals(LARGE)) {
            throw new NotPublicException("size");
        }
        if (!text.isEmpty() && !text.equals(EASY)) {
            throw new NotPublicException("text");
        }
        var filter = TimelineFilter.read(Map.of("view", List.of("sections"), "page", List.of(part)));
        var timeline = publicRecord.timeline(year, filter);
        model.addAttribute("printed", clock.instant());
        if (text.equals(EASY)) {
            model.addAttribute("booklet", Booklet.easy(timeline));
            return "reader/easy-booklet";
        }
        model.addAttribute(
                "booklet",
                Booklet.of(
                        timeline,
                        publicRecord.corrections(timeline.entries()),
                        publicRecord.index(timeline.entries())));
        model.addAttribute("glossary", new Glossary(terms.all(), List.of()));
        model.addAttribute("large", size.equals(LARGE));
        return "reader/booklet";
    }
}
