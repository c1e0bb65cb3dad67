package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.timeline.EntryPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Editions that are not public, or not any more: a draft as the public would see it, an old edition as it was. */
@Controller
class PreviewController {

    private final WholeRecord record;
    private final EntryPage page;
    private final Colleagues colleagues;

    PreviewController(WholeRecord record, EntryPage page, Colleagues colleagues) {
        this.record = record;
        this.page = page;
        this.colleagues = colleagues;
    }

    @GetMapping(WritingController.ENTRY + "/preview")
    String preview(@PathVariable long id, Model model) {
        return edition(id, WritingController.base(record.entry(id)).number(), model);
    }

    @GetMapping(WritingController.ENTRY + "/editions/{number:[1-9]\\d{0,8}}")
    String edition(@PathVariable long id, @PathVariable int number, Model model) {
        var entry = record.entry(id);
        var edition = entry.edition(number).orElseThrow(() -> new NotPublicException("edition"));
        model.addAttribute("preview", entry);
        model.addAttribute("edition", edition);
        model.addAttribute("names", colleagues.names(edition.authors()));
        return page.show(record.asItWouldBe(id, number), edition.chronicle(), edition.subjects(), model);
    }
}
