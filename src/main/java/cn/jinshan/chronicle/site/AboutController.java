package cn.jinshan.chronicle.site;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
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

    /**
     * Success criterion of WCAG 2.2, and whether the public pages meet it.
     *
     * @param number such as {@code 1.4.10}
     * @param level {@code A} to {@code AAA}
     * @param outcome {@code met}, {@code part}, {@code not}, or {@code none} where it does not apply
     * @param means what tells so, one or more
     */
    record Criterion(String number, String level, String outcome, List<String> means) {

        /** All of them in their order, as {@code wcag.txt} has them. */
        static List<Criterion> all() throws IOException {
            return new ClassPathResource("wcag.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .map(words ->
                            new Criterion(words.get(0), words.get(1), words.get(2), words.subList(3, words.size())))
                    .toList();
        }

        /** The principle it belongs to: 1 perceivable, 2 operable, 3 understandable, 4 robust. */
        String principle() {
            return number.substring(0, 1);
        }
    }
}
