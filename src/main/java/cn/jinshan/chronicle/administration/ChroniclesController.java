package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.EditorialChronicle;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.ReviewStage;
import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.EditPage;
import cn.jinshan.chronicle.site.Federation;
import cn.jinshan.chronicle.site.Question;
import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which administrators begin, describe, open and close years. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class ChroniclesController {

    static final String CHRONICLES = "/admin/chronicles";
    private static final String CHRONICLE = CHRONICLES + "/{year:\\d{4}}";
    private static final EditPage PAGE =
            new EditPage(CHRONICLES, "administration/chronicle", "year", "mistake.year.taken", Map.of());

    private final EditorialRecord record;
    private final ChronicleAdministration administration;
    private final Federation federation;
    private final Clock clock;

    ChroniclesController(
            EditorialRecord record, ChronicleAdministration administration, Federation federation, Clock clock) {
        this.record = record;
        this.administration = administration;
        this.federation = federation;
        this.clock = clock;
    }

    /** Next calendar year: the latest year that may be begun. */
    private int nextYear() {
        return Year.now(clock).getValue() + 1;
    }

    private RequiredReviews required() {
        return federation.settings().requiredReviews();
    }

    @GetMapping(CHRONICLES)
    String list(Model model) {
        model.addAttribute("chronicles", record.writtenChronicles(required()));
        return "administration/chronicles";
    }

    @GetMapping(CHRONICLES + "/new")
    String begin(RestoredForm kept, Model model) {
        var form = new ChronicleForm();
        record.chronicles().stream()
                .findFirst()
                .map(newest -> newest.year() + 1)
                .filter(year -> year <= nextYear())
                .ifPresent(year -> form.year = String.valueOf(year));
        kept.into("form", form);
        model.addAttribute("form", form);
        return "administration/chronicle";
    }

    @PostMapping(CHRONICLES + "/new")
    ModelAndView add(
            @Valid @ModelAttribute("form") ChronicleForm form, BindingResult mistakes, RedirectAttributes flash) {
        form.check(mistakes);
        if (!mistakes.hasFieldErrors("year") && Integer.parseInt(form.year) > nextYear()) {
            mistakes.rejectValue("year", "mistake.year.far", new Object[] {String.valueOf(nextYear())}, null);
        }
        return PAGE.add("chronicle.added", mistakes, flash, () -> administration.add(form));
    }

    @GetMapping(CHRONICLE)
    String chronicle(@PathVariable int year, RestoredForm kept, Model model) {
        var written = record.writtenChronicle(year, required());
        var form = ChronicleForm.of(written);
        kept.into("form", form);
        model.addAttribute("form", form);
        show(written, model);
        return PAGE.view();
    }

    @PostMapping(CHRONICLE)
    ModelAndView change(
            @PathVariable int year,
            @Valid @ModelAttribute("form") ChronicleForm form,
            BindingResult mistakes,
            Model model,
            RedirectAttributes flash) {
        form.check(mistakes);
        return PAGE.change(
                "chronicle.changed",
                form,
                mistakes,
                flash,
                () -> administration.change(year, form),
                () -> show(record.writtenChronicle(year, required()), model));
    }

    private long show(EditorialChronicle written, Model model) {
        model.addAttribute("written", written);
        model.addAttribute("present", ChronicleForm.of(written));
        model.addAttribute("stays", record.isYearToStay(written.chronicle().year()));
        return written.version();
    }

    @GetMapping(CHRONICLE + "/opening")
    ModelAndView opening(@PathVariable int year) {
        return ask("opening", year).page();
    }

    @PostMapping(CHRONICLE + "/opening")
    ModelAndView open(@PathVariable int year, Decision decision, RedirectAttributes flash) {
        return decide("opening", year, flash, () -> administration.open(year, decision.seen()));
    }

    @GetMapping(CHRONICLE + "/closing")
    ModelAndView closing(@PathVariable int year) {
        return ask("closing", year).page();
    }

    @PostMapping(CHRONICLE + "/closing")
    ModelAndView close(@PathVariable int year, Decision decision, RedirectAttributes flash) {
        return decide("closing", year, flash, () -> administration.close(year, decision.seen()));
    }

    @GetMapping(CHRONICLE + "/removal")
    ModelAndView removal(@PathVariable int year) {
        return ask("removal", year).page();
    }

    @PostMapping(CHRONICLE + "/removal")
    ModelAndView remove(@PathVariable int year, Decision decision, RedirectAttributes flash) {
        return decide("removal", year, flash, () -> administration.remove(year, decision.seen()));
    }

    private Question ask(String what, int year) {
        var written = record.writtenChronicle(year, required());
        var address = CHRONICLES + "/" + year;
        return new Question(
                "chronicle." + what,
                CHRONICLES,
                address + "/" + what,
                address,
                written.chronicle().title(),
                Map.of("version", List.of(String.valueOf(written.version()))),
                List.of(
                        what.equals("opening")
                                ? written.entries().getOrDefault(ReviewStage.PUBLISHED, 0L)
                                : written.openEditions()),
                settled(what, written));
    }

    private @Nullable String settled(String what, EditorialChronicle written) {
        return switch (what) {
            case "opening" -> written.opened() == null ? null : "refused.openedBefore";
            case "closing" -> written.closed() == null ? null : "refused.closedBefore";
            default -> record.isYearToStay(written.chronicle().year()) ? "refused.yearStays" : null;
        };
    }

    private ModelAndView decide(String what, int year, RedirectAttributes flash, Runnable change) {
        return PAGE.decide("chronicle." + what, flash, change, () -> ask(what, year));
    }
}
