package cn.jinshan.chronicle.timeline;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The year as residents browse it. */
@Controller
class TimelineController {

    private final PublicRecord publicRecord;

    TimelineController(PublicRecord publicRecord) {
        this.publicRecord = publicRecord;
    }

    @GetMapping("/")
    String newest(TimelineFilter filter, Model model) {
        var years = publicRecord.years();
        return years.isEmpty() ? "timeline/no-year" : timeline(years.get(0), filter, model);
    }

    @GetMapping("/{year:\\d{4}}")
    String timeline(@PathVariable int year, TimelineFilter filter, Model model) {
        var timeline = publicRecord.timeline(year, filter);
        model.addAttribute("timeline", timeline);
        model.addAttribute("strip", YearStrip.of(timeline));
        model.addAttribute("groups", TimelineGroup.of(timeline));
        return "timeline/year";
    }
}
