package cn.jinshan.chronicle.desk;

import static java.util.Comparator.comparing;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditionStatus;
import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.EditorialEntry;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Review;
import cn.jinshan.chronicle.entries.ReviewStep;
import cn.jinshan.chronicle.reader.EntryPage;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.staff.Colleagues;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of single editions: preview, changes between editions, and history. */
@Controller
class EditionsController {

    private final EditorialRecord record;
    private final Federation federation;
    private final EntryPage page;
    private final Comparisons comparisons;
    private final Colleagues colleagues;

    EditionsController(
            EditorialRecord record,
            Federation federation,
            EntryPage page,
            Comparisons comparisons,
            Colleagues colleagues) {
        this.record = record;
        this.federation = federation;
        this.page = page;
        this.comparisons = comparisons;
        this.colleagues = colleagues;
    }

    @GetMapping(WritingController.ENTRY + "/preview")
    String preview(@PathVariable long id, Model model) {
        return edition(id, record.entry(id).base().number(), model);
    }

    @GetMapping(WritingController.ENTRY + "/editions/{number:[1-9]\\d{0,8}}")
    String edition(@PathVariable long id, @PathVariable int number, Model model) {
        var entry = record.entry(id);
        var edition = edition(entry, number);
        model.addAttribute("preview", entry);
        model.addAttribute("edition", edition);
        model.addAttribute("standing", edition.standing(federation.settings().requiredReviews()));
        model.addAttribute("names", colleagues.names(ReviewPage.everybody(entry)));
        return page.show(record.asItWouldBe(id, number), edition.chronicle(), edition.subjects(), model);
    }

    /**
     * The changes of an edition from an earlier one.
     *
     * @param from the number of the earlier edition; null for the public one, or else the one before
     * @param to the number of the later edition; null for the last
     */
    @GetMapping(WritingController.ENTRY + "/compare")
    String compare(
            @PathVariable long id,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            Model model) {
        var entry = record.entry(id);
        var later = to == null ? entry.latest() : edition(entry, to);
        var earlier = from == null
                ? entry.before(later).orElseThrow(() -> new NotPublicException("edition"))
                : edition(entry, from);
        model.addAttribute("entry", entry);
        model.addAttribute("earlier", earlier);
        model.addAttribute("later", later);
        model.addAttribute("comparison", comparisons.between(earlier, later));
        return "desk/compare";
    }

    /**
     * Review, and the step that it counts for.
     *
     * @param step null if it does not count
     * @param review null if it is still to come
     */
    record Line(@Nullable ReviewStep step, @Nullable Review review) {}

    /**
     * Edition with its reviews.
     *
     * @param lines the reviews, oldest first, then those that it still needs
     */
    record Passed(EditorialEdition edition, EditionStatus standing, List<Line> lines) {

        static Passed of(EditorialEdition edition, RequiredReviews required) {
            var reviewing = edition.reviewing();
            int approvals = reviewing.approvals();
            int count =
                    edition.published() == null ? Math.max(approvals, required.of(edition.correcting())) : approvals;
            var steps = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> ReviewStep.of(number, count))
                    .toList();
            var counting = reviewing.inForce();
            var given = reviewing.reviews().stream()
                    .map(review ->
                            new Line(counting.contains(review) ? steps.get(counting.indexOf(review)) : null, review));
            var toCome = steps.stream().skip(counting.size()).map(step -> new Line(step, null));
            return new Passed(
                    edition,
                    edition.standing(required),
                    Stream.concat(given, toCome).toList());
        }
    }

    /** The history of an entry: who wrote, reviewed, published and withdrew each edition; last edition first. */
    @GetMapping(WritingController.ENTRY + "/history")
    String history(@PathVariable long id, Model model) {
        var entry = record.entry(id);
        var required = federation.settings().requiredReviews();
        model.addAttribute("entry", entry);
        model.addAttribute(
                "history",
                entry.editions().stream()
                        .sorted(comparing(EditorialEdition::number).reversed())
                        .map(edition -> Passed.of(edition, required))
                        .toList());
        model.addAttribute("names", colleagues.names(ReviewPage.everybody(entry)));
        return "desk/history";
    }

    /** The approval sheet of an edition (信息发布审批表), else of the last one, to be printed and signed. */
    @GetMapping(WritingController.ENTRY + "/approval-sheet")
    String approvalSheet(@PathVariable long id, @RequestParam @Nullable Integer edition, Model model) {
        var entry = record.entry(id);
        var settings = federation.settings();
        var written = edition == null ? entry.latest() : edition(entry, edition);
        model.addAttribute("entry", entry);
        model.addAttribute("edition", written);
        model.addAttribute("publisher", settings.imprint().publisher());
        model.addAttribute("passed", Passed.of(written, settings.requiredReviews()));
        entry.before(written)
                .ifPresent(earlier -> model.addAttribute("earlier", earlier)
                        .addAttribute("comparison", comparisons.between(earlier, written)));
        model.addAttribute("names", colleagues.names(ReviewPage.everybody(entry)));
        return "desk/sheet";
    }

    private static EditorialEdition edition(EditorialEntry entry, int number) {
        return entry.edition(number).orElseThrow(() -> new NotPublicException("edition"));
    }
}
