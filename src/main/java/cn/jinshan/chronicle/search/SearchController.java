package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page, for words in all years. */
@Controller
class SearchController {

    private final PublicSearch publicSearch;

    SearchController(PublicSearch publicSearch) {
        this.publicSearch = publicSearch;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String kind,
            TimelineFilter filter,
            Model model,
            HttpServletResponse response) {
        var search = new Search(q, year(year.strip()), kind(kind.strip()), filter);
        var refusal = search.refusal();
        model.addAttribute("search", search);
        model.addAttribute("refusal", "empty".equals(refusal) ? null : refusal);
        if (refusal == null) {
            find(search, model, response);
        } else if (!refusal.equals("empty")) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("longest", Search.LONGEST);
            model.addAttribute("mostWords", Search.MOST_WORDS);
        }
        return "search/search";
    }

    private void find(Search search, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("result", publicSearch.find(search));
        } catch (IndexPreparingException preparing) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            model.addAttribute("preparing", preparing);
        }
    }

    private static @Nullable Kind kind(String typed) {
        return typed.isEmpty() ? null : TimelineFilter.named(Kind.class, typed);
    }

    private static @Nullable Integer year(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[12]\\d{3}")) {
            throw new NotPublicException("year");
        }
        return Integer.valueOf(typed);
    }
}
