package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.site.Layout;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The public timeline of a year. */
@Controller
class TimelineController {

    private final PublicRecord publicRecord;
    private final LinkedData linkedData;

    TimelineController(PublicRecord publicRecord, LinkedData linkedData) {
        this.publicRecord = publicRecord;
        this.linkedData = linkedData;
    }

    @GetMapping("/")
    String newest(TimelineFilter filter, @ModelAttribute(binding = false) Layout layout, Model model) {
        var years = publicRecord.years();
        return years.isEmpty() ? "reader/no-year" : timeline(years.get(0), filter, layout, model);
    }

    @GetMapping("/{year:\\d{4}}")
    String timeline(
            @PathVariable int year,
            TimelineFilter filter,
            @ModelAttribute(binding = false) Layout layout,
            Model model) {
        var timeline = publicRecord.timeline(year, filter);
        model.addAttribute("timeline", timeline);
        model.addAttribute("sections", SectionChoice.of(timeline));
        model.addAttribute("strip", YearStrip.of(timeline));
        model.addAttribute("groups", TimelineGroup.of(timeline));
        model.addAttribute("linkedData", linkedData.of(timeline, layout));
        return "reader/year";
    }
}
