package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.staff.Colleagues;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of earlier saved texts of an entry: to read and to restore. */
@Controller
class SavesController {

    private static final String SAVES = WritingController.ENTRY + "/saves";

    private final EditorialRecord record;
    private final EntrySaves saves;
    private final Comparisons comparisons;
    private final Colleagues colleagues;

    SavesController(EditorialRecord record, EntrySaves saves, Comparisons comparisons, Colleagues colleagues) {
        this.record = record;
        this.saves = saves;
        this.comparisons = comparisons;
        this.colleagues = colleagues;
    }

    @GetMapping(SAVES)
    String saves(@PathVariable long id, Model model) {
        var entry = record.entry(id);
        var all = saves.of(id);
        model.addAttribute("entry", entry);
        model.addAttribute("base", entry.base());
        model.addAttribute("saves", all);
        model.addAttribute("names", colleagues.names(all.stream().map(EntrySaves.Save::account)));
        return "desk/saves";
    }

    /** @param number the version of the entry that was saved */
    @GetMapping(SAVES + "/{number:\\d{1,18}}")
    String save(@PathVariable long id, @PathVariable long number, Model model) {
        var entry = record.entry(id);
        var base = entry.base();
        var save = saves.find(id, number).orElseThrow(() -> new NotPublicException("save"));
        model.addAttribute("entry", entry);
        model.addAttribute("base", base);
        model.addAttribute("save", save);
        model.addAttribute("fields", EntryFields.NAMES);
        model.addAttribute("said", comparisons.shown(save.form(), base));
        model.addAttribute("comparison", comparisons.since(save.form(), base));
        model.addAttribute(
                "who", colleagues.names(Stream.ofNullable(save.account())).get(save.account()));
        return "desk/save";
    }
}
