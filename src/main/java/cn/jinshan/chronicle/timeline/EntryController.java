package cn.jinshan.chronicle.timeline;

import cn.jinshan.chronicle.entries.PublicRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entry, as the public reads it. */
@Controller
class EntryController {

    private final PublicRecord publicRecord;
    private final EntryPage page;

    EntryController(PublicRecord publicRecord, EntryPage page) {
        this.publicRecord = publicRecord;
        this.page = page;
    }

    @GetMapping("/entries/{id:[1-9]\\d{0,17}}")
    String entry(@PathVariable long id, Model model) {
        var entry = publicRecord.entry(id);
        var chronicle = publicRecord.chronicle(entry.date().year());
        return page.show(entry, chronicle, publicRecord.subjects(entry), model);
    }
}
