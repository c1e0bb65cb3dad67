package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.site.Layout;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of an entry, and that of its plain-language text. */
@Controller
class EntryController {

    private final PublicRecord publicRecord;
    private final EntryPage page;
    private final LinkedData linkedData;

    EntryController(PublicRecord publicRecord, EntryPage page, LinkedData linkedData) {
        this.publicRecord = publicRecord;
        this.page = page;
        this.linkedData = linkedData;
    }

    /** In one transaction: each reading would begin one of its own. */
    @Transactional(readOnly = true)
    @GetMapping("/entries/{id:[1-9]\\d{0,17}}")
    public String entry(@PathVariable long id, @ModelAttribute(binding = false) Layout layout, Model model) {
        var entry = publicRecord.entry(id);
        var chronicle = publicRecord.chronicle(entry.date().year());
        var subjects = publicRecord.subjects(entry);
        var firstPublished = publicRecord.firstPublished(entry);
        model.addAttribute("firstPublished", firstPublished);
        model.addAttribute("linkedData", linkedData.of(entry, firstPublished, chronicle, subjects, layout));
        return page.show(entry, chronicle, subjects, model);
    }

    /** Its plain-language text alone. */
    @Transactional(readOnly = true)
    @GetMapping("/entries/{id:[1-9]\\d{0,17}}/easy")
    public String easy(@PathVariable long id, Model model) {
        var entry = publicRecord.entry(id);
        if (entry.easyRead().isEmpty()) {
            throw new NotPublicException("easy-read text");
        }
        return page.showEasy(entry, model);
    }
}
