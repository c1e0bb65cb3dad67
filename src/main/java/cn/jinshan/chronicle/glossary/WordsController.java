package cn.jinshan.chronicle.glossary;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the words that are explained to readers. */
@Controller
class WordsController {

    private final PublishedTerms terms;

    WordsController(PublishedTerms terms) {
        this.terms = terms;
    }

    @GetMapping("/words")
    String words(Model model) {
        model.addAttribute("terms", terms.all());
        return "glossary/words";
    }
}
