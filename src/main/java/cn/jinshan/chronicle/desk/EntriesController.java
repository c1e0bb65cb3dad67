package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.editorial.EntryFilter.Without;
import cn.jinshan.chronicle.entries.EntryRow;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of entries in every state. */
@Controller
class EntriesController {

    private final EditorialRecord record;
    private final Federation federation;
    private final Autosave autosave;
    private final Colleagues colleagues;

    EntriesController(EditorialRecord record, Federation federation, Autosave autosave, Colleagues colleagues) {
        this.record = record;
        this.federation = federation;
        this.autosave = autosave;
        this.colleagues = colleagues;
    }

    @GetMapping("/admin/entries")
    String entries(EntrySearch asked, @AuthenticationPrincipal SignedIn me, Model model) {
        var chronicles = record.chronicles();
        model.addAttribute("chronicles", chronicles);
        model.addAttribute("begun", autosave.begun(me));
        if (chronicles.isEmpty()) {
            return "desk/no-chronicle";
        }
        var unclosed = record.unclosed();
        var search =
                asked.in((unclosed.isEmpty() ? chronicles : unclosed).get(0).year());
        var filter = search.filter(me.id());
        var required = federation.settings().requiredReviews();
        var rows = record.entries(filter, required, search.pageable());
        if (rows.getNumber() > 0 && rows.getNumber() >= rows.getTotalPages()) {
            throw new NotPublicException("page");
        }
        model.addAttribute("search", search);
        model.addAttribute(
                "chronicle",
                chronicles.stream()
                        .filter(chronicle ->
                                Objects.equals(search.year(), 0) || Objects.equals(search.year(), chronicle.year()))
                        .findFirst()
                        .orElseThrow(() -> new NotPublicException("year")));
        model.addAttribute(
                "unclosed", unclosed.stream().map(PublishedChronicle::year).toList());
        model.addAttribute("rows", rows);
        model.addAttribute("stages", record.stages(filter, required));
        model.addAttribute("everyStage", ReviewStage.values());
        model.addAttribute("withouts", Without.values());
        model.addAttribute("mayPublish", me.may(Role.REVIEWER) || required.ofNew() * required.ofCorrections() == 0);
        model.addAttribute("orders", EditorialRecord.Order.values());
        model.addAttribute("names", colleagues.names(rows.stream().map(EntryRow::changedBy)));
        return "desk/list";
    }
}
