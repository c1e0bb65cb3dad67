package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a year's figures, compared with other years. */
@Controller
class FiguresController {

    private final PublicRecord publicRecord;

    FiguresController(PublicRecord publicRecord) {
        this.publicRecord = publicRecord;
    }

    @GetMapping("/{year:\\d{4}}/figures")
    String figures(@PathVariable int year, Model model) {
        var tallies = publicRecord.tallies();
        var asked = tallies.entrySet().stream()
                .filter(each -> each.getKey().year() == year)
                .findFirst()
                .orElseThrow(() -> new NotPublicException("year"));
        model.addAttribute("chronicle", asked.getKey());
        model.addAttribute("months", Figures.ofMonths(asked.getKey(), asked.getValue()));
        model.addAttribute("years", Figures.ofYears(tallies));
        return "reader/figures";
    }
}
