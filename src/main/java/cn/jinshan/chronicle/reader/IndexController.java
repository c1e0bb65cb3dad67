package cn.jinshan.chronicle.reader;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.entries.PublicIndex;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.site.Moved;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public index of people, organisations, places and events. */
@Controller
class IndexController {

    private final PublicIndex publicIndex;

    IndexController(PublicIndex publicIndex) {
        this.publicIndex = publicIndex;
    }

    @GetMapping("/subjects")
    String index(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String by, Model model) {
        var filter = IndexFilter.read(kind, by);
        var all = publicIndex.all();
        var chosen = all.stream()
                .filter(subject -> filter.kind() == null || subject.subject().kind() == filter.kind())
                .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("total", chosen.size());
        model.addAttribute("everything", all.size());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "counts",
                all.stream().collect(groupingBy(subject -> subject.subject().kind(), counting())));
        model.addAttribute("groups", filter.isByStrokes() ? IndexGroup.byStrokes(chosen) : IndexGroup.byPinyin(chosen));
        return "reader/index";
    }

    /** The page of a subject; for a person, it asks search engines to skip it, so that no search leads here. */
    @GetMapping("/subjects/{id:[1-9]\\d{0,17}}")
    ModelAndView subject(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            HttpServletResponse response) {
        var subject = publicIndex.subject(id);
        if (subject.subject().id() != id) {
            return new ModelAndView(new Moved("/subjects/" + subject.subject().id()));
        }
        int number = TimelineFilter.page(page);
        if (subject.subject().kind() == Kind.PERSON) {
            response.setHeader("X-Robots-Tag", "noindex");
            model.addAttribute("unsought", true);
        }
        model.addAttribute("subject", subject);
        model.addAttribute("page", number);
        model.addAttribute(
                "years",
                publicIndex.about(subject, number).stream()
                        .collect(groupingBy(entry -> entry.date().year(), LinkedHashMap::new, toList())));
        return new ModelAndView("reader/subject");
    }
}
