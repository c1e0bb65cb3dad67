package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.RefusedException;
import cn.jinshan.chronicle.reports.Report.Outcome;
import cn.jinshan.chronicle.reports.Report.Standing;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.staff.Colleagues;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which staff answer reports of readers. */
@Controller
class AnswersController {

    private static final String REPORTS = "/admin/reports";
    private static final String REPORT = REPORTS + "/{id:[1-9]\\d{0,17}}";

    private final ReportHandling reporting;
    private final EditorialRecord record;
    private final Colleagues colleagues;

    AnswersController(ReportHandling reporting, EditorialRecord record, Colleagues colleagues) {
        this.reporting = reporting;
        this.record = record;
        this.colleagues = colleagues;
    }

    @GetMapping(REPORTS)
    String list(
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var rows = reporting.list(standing == null ? EnumSet.allOf(Standing.class) : EnumSet.of(standing), page);
        model.addAttribute("standing", standing);
        model.addAttribute("counts", reporting.counts());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "titles",
                record.titles(rows.stream()
                        .map(Report::entryId)
                        .filter(Objects::nonNull)
                        .toList()));
        return "reports/list";
    }

    /**
     * Shows a report. The addresses of its buttons lead here too, when the sign-in had expired.
     *
     * @param outcome the outcome that is chosen beforehand; empty for none
     */
    @GetMapping({REPORT, REPORT + "/reopening", REPORT + "/contact-forgetting"})
    ModelAndView report(@PathVariable long id, @RequestParam(defaultValue = "") String outcome, RestoredForm kept) {
        var report = reporting.report(id);
        var form = AnswerForm.to(report);
        form.outcome = outcome;
        return page(report, HttpStatus.OK).addObject("again", kept.into(form)).addObject(form);
    }

    @PostMapping(REPORT)
    ModelAndView answer(
            @PathVariable long id,
            @Valid @ModelAttribute AnswerForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        if (form.outcome.equals(Outcome.NO_CHANGE.name()) && form.note.isEmpty()) {
            mistakes.rejectValue("note", "mistake.report.note");
        }
        if (mistakes.hasErrors()) {
            return again(id);
        }
        var outcome = Outcome.valueOf(form.outcome);
        try {
            reporting.answer(id, form.seen(), outcome, form.note, form.forget, me);
        } catch (ConcurrencyFailureException stale) {
            var report = reporting.report(id);
            if (!report.isAnswered(outcome, form.note, me.id())) {
                form.show(report.version());
                return stale(report).addObject("again", true);
            }
        } catch (RefusedException refused) {
            mistakes.rejectValue(
                    "outcome", Objects.requireNonNull(refused.reason().getCode()));
            return again(id);
        }
        return done("answer", REPORTS, flash);
    }

    /** Shows the sent form again, whatever happened to the report meanwhile. */
    private ModelAndView again(long id) {
        return page(reporting.report(id), HttpStatus.UNPROCESSABLE_CONTENT).addObject("again", true);
    }

    @PostMapping(REPORT + "/reopening")
    ModelAndView reopen(
            @PathVariable long id, @RequestParam(defaultValue = "") SeenVersion version, RedirectAttributes flash) {
        return change(
                "reopening",
                id,
                () -> reporting.reopen(id, version.number()),
                report -> report.standing() == Standing.OPEN,
                flash);
    }

    @PostMapping(REPORT + "/contact-forgetting")
    ModelAndView forgetContact(
            @PathVariable long id, @RequestParam(defaultValue = "") SeenVersion version, RedirectAttributes flash) {
        return change(
                "contact-forgetting",
                id,
                () -> reporting.forgetContact(id, version.number()),
                report -> report.contact() == null,
                flash);
    }

    /** @param done whether the report is already as wanted, so that a second press does no harm */
    private ModelAndView change(
            String what, long id, Runnable change, Predicate<Report> done, RedirectAttributes flash) {
        try {
            change.run();
        } catch (ConcurrencyFailureException stale) {
            var report = reporting.report(id);
            if (!done.test(report)) {
                return stale(report).addObject(AnswerForm.to(report));
            }
        }
        return done(what, REPORTS + "/" + id, flash);
    }

    private static ModelAndView done(String what, String address, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return new ModelAndView("redirect:" + address);
    }

    private ModelAndView stale(Report report) {
        return page(report, HttpStatus.CONFLICT).addObject("stale", true);
    }

    private ModelAndView page(Report report, HttpStatus status) {
        return new ModelAndView("reports/report", status)
                .addObject("report", report)
                .addObject("outcomes", Outcome.values())
                .addObject(
                        "entryTitle",
                        report.entryId() == null
                                ? null
                                : record.titles(List.of(report.entryId())).get(report.entryId()))
                .addObject("names", colleagues.names(Stream.ofNullable(report.answeredBy())));
    }
}
