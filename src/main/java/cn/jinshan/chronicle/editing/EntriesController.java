package cn.jinshan.chronicle.editing;

import static java.util.stream.Collectors.toSet;

import cn.jinshan.chronicle.entries.EntryRow;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.State;
import cn.jinshan.chronicle.entries.WholeRecord;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of entries, whatever their state. */
@Controller
class EntriesController {

    private final WholeRecord record;
    private final Typing typing;
    private final Colleagues colleagues;

    EntriesController(WholeRecord record, Typing typing, Colleagues colleagues) {
        this.record = record;
        this.typing = typing;
        this.colleagues = colleagues;
    }

    @GetMapping("/admin")
    String desk() {
        return "redirect:/admin/entries";
    }

    @GetMapping("/admin/entries")
    String entries(EntrySearch asked, @AuthenticationPrincipal SignedIn me, Model model) {
        var chronicles = record.chronicles();
        model.addAttribute("chronicles", chronicles);
        model.addAttribute("begun", typing.begun(me));
        if (chronicles.isEmpty()) {
            return "editing/no-chronicle";
        }
        var search = asked.in(chronicles.get(0).year());
        var filter = search.filter(me.id());
        var rows = record.entries(filter, search.pageable());
        if (rows.getNumber() > 0 && rows.getNumber() >= rows.getTotalPages()) {
            throw new NotPublicException("page");
        }
        model.addAttribute("search", search);
        model.addAttribute(
                "chronicle",
                chronicles.stream()
                        .filter(chronicle -> Objects.equals(chronicle.year(), search.year()))
                        .findFirst()
                        .orElseThrow(() -> new NotPublicException("year")));
        model.addAttribute("rows", rows);
        model.addAttribute("states", record.states(filter));
        model.addAttribute("everyState", State.values());
        model.addAttribute("orders", WholeRecord.Order.values());
        model.addAttribute(
                "names",
                colleagues.names(rows.stream()
                        .map(EntryRow::changedBy)
                        .filter(Objects::nonNull)
                        .collect(toSet())));
        return "editing/list";
    }
}
