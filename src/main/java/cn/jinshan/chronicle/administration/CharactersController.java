package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.journal.Thing;
import cn.jinshan.chronicle.text.PlainText;
import cn.jinshan.chronicle.text.StoredTexts;
import cn.jinshan.chronicle.text.StoredTexts.StoredText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of what is stored with unusual characters (字符核对), for administrators: each is a link to mend it. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CharactersController {

    /** How many are listed: what is mended makes room for the next. */
    private static final int MOST = 200;

    /** A thing with unusual characters, and the page on which it is changed. */
    record Row(String thing, String name, String page, List<String> characters) {

        private static final int LONGEST = 40;

        static Row of(StoredText text) {
            var page = Objects.requireNonNullElse(Thing.page(text.thing()), "/admin/settings");
            var name = PlainText.of(text.text()).lines().findFirst().orElse("");
            var shown = name.codePointCount(0, name.length()) > LONGEST
                    ? name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…"
                    : name;
            return new Row(text.thing(), shown, page, text.unusual());
        }
    }

    private final List<StoredTexts> kinds;

    CharactersController(List<StoredTexts> kinds) {
        this.kinds = kinds;
    }

    @GetMapping("/admin/characters")
    String unusual(Model model) {
        var rows = new ArrayList<Row>();
        for (var kind : kinds) {
            kind.each(text -> {
                if (rows.size() < MOST && text.isUnusual()) {
                    rows.add(Row.of(text));
                }
            });
        }
        model.addAttribute("rows", rows);
        model.addAttribute("most", MOST);
        return "administration/characters";
    }
}
