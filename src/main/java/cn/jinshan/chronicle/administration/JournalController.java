package cn.jinshan.chronicle.administration;

import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.journal.JournalLines;
import cn.jinshan.chronicle.staff.Member;
import cn.jinshan.chronicle.staff.StaffAccounts;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.ScrollPosition.Direction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the activity log for administrators, on the screen and as a file. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class JournalController {

    private static final String JOURNAL = "/admin/journal";
    private static final int PAGE = 50;

    private final JournalLines lines;
    private final JournalWords words;
    private final JournalThings things;
    private final JournalSheet sheet;
    private final StaffAccounts staffAccounts;

    JournalController(
            JournalLines lines,
            JournalWords words,
            JournalThings things,
            JournalSheet sheet,
            StaffAccounts staffAccounts) {
        this.lines = lines;
        this.words = words;
        this.things = things;
        this.sheet = sheet;
        this.staffAccounts = staffAccounts;
    }

    /**
     * A page of the journal; the newest lines unless the address names a line.
     *
     * @param before the line whose older lines this page shows
     * @param after the line whose newer lines this page shows
     */
    @GetMapping(JOURNAL)
    String journal(
            @Valid @ModelAttribute("search") JournalSearch search,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("everybody", staffAccounts.everybody());
        model.addAttribute("verbs", words.verbs());
        search.check(mistakes);
        if (mistakes.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "administration/journal";
        }
        var page = lines.read(search.filter(this::meant), place(before, after), PAGE);
        if (after != null && !page.hasNext()) {
            return journal(search, mistakes, null, null, model, response);
        }
        var rows = page.getContent();
        var names = names();
        var now = things.of(rows);
        model.addAttribute(
                "rows", rows.stream().map(line -> words.row(line, names, now)).toList());
        model.addAttribute("file", search.address(JOURNAL + ".csv", Map.of()));
        if ((before != null || after != null) && !rows.isEmpty()) {
            model.addAttribute(
                    "newer", search.address(JOURNAL, Map.of("after", rows.get(0).id())));
        }
        if (after != null || page.hasNext()) {
            model.addAttribute(
                    "older",
                    search.address(
                            JOURNAL, Map.of("before", rows.get(rows.size() - 1).id())));
        }
        return "administration/journal";
    }

    @GetMapping(JOURNAL + ".csv")
    void file(
            @Valid @ModelAttribute("search") JournalSearch search, BindingResult mistakes, HttpServletResponse response)
            throws IOException {
        search.check(mistakes);
        if (mistakes.hasErrors()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"");
        sheet.write(search.filter(this::meant), names(), response.getOutputStream());
    }

    private Collection<String> meant(String typed) {
        return things.meant(words.typed(typed));
    }

    private KeysetScrollPosition place(@Nullable Long before, @Nullable Long after) {
        if (after != null) {
            return at(after, Direction.BACKWARD);
        }
        return before != null ? at(before, Direction.FORWARD) : ScrollPosition.keyset();
    }

    private KeysetScrollPosition at(long id, Direction direction) {
        return lines.findById(id)
                .map(line -> JournalLines.at(line, direction))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<Long, String> names() {
        return staffAccounts.everybody().stream().collect(toMap(Member::id, words::person));
    }
}
