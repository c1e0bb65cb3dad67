package cn.jinshan.chronicle.site;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages about the site: what it is, who is responsible, and how accessible it is. */
@Controller
class AboutController {

    private final List<Criterion> criteria;

    AboutController() throws IOException {
        this.criteria = Criterion.all();
    }

    @GetMapping("/about")
    String about() {
        return "site/about";
    }

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        model.addAttribute("count", criteria.stream().collect(groupingBy(Criterion::outcome, counting())));
        model.addAttribute(
                "principles", criteria.stream().collect(groupingBy(Criterion::principle, TreeMap::new, toList())));
        return "site/accessibility";
    }
}
