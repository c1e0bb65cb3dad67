package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.WithdrawnException;
import cn.jinshan.chronicle.site.SentFromHere;
import cn.jinshan.chronicle.staff.RateLimit;
import cn.jinshan.chronicle.staff.RateLimit.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public page for reports of mistakes; it needs no sign-in and opens no session. */
@Controller
class ReportController {

    private static final String NEW = "/reports/new";
    private static final String THANKS = "/reports/thanks";

    /** Limits for one network address, which many phones may share. */
    static final Limit[] LIMITS = {new Limit(5, Duration.ofMinutes(10)), new Limit(50, Duration.ofDays(1))};

    private final ReportHandling reporting;
    private final PublicRecord publicRecord;
    private final SentFromHere sentFromHere;
    private final RateLimit rateLimit;

    ReportController(ReportHandling reporting, PublicRecord publicRecord, SentFromHere sentFromHere, Clock clock) {
        this.reporting = reporting;
        this.publicRecord = publicRecord;
        this.sentFromHere = sentFromHere;
        this.rateLimit = new RateLimit(clock, LIMITS);
    }

    @GetMapping(NEW)
    String form(@RequestParam(defaultValue = "") String entry, Model model) {
        model.addAttribute("about", about(entry));
        model.addAttribute(ReportForm.about(entry));
        return "reports/new";
    }

    @PostMapping(NEW)
    ModelAndView send(
            @Valid @ModelAttribute ReportForm form,
            BindingResult mistakes,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        boolean received = reporting.isReceived(form);
        var about = stillPublic(form, mistakes);
        model.addAttribute("about", about);
        if (!sentFromHere.matches(request)) {
            return again(HttpStatus.FORBIDDEN).addObject("refused", "report.elsewhere");
        }
        if (!received && mistakes.hasErrors()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wait = received ? Duration.ZERO : rateLimit.spend(request.getRemoteAddr());
        if (!wait.isZero()) {
            boolean soon = wait.compareTo(Duration.ofHours(1)) <= 0;
            var before = wait.minusSeconds(1);
            return later(soon ? "report.wait.minutes" : "report.wait.hours", wait, response)
                    .addObject("wait", 1 + (soon ? before.toMinutes() : before.toHours()));
        }
        if (!received && reporting.isFull()) {
            return later("report.full", Duration.ofDays(1), response);
        }
        if (!received) {
            receiveOnce(form, request);
        }
        redirect.addAttribute("entry", about == null ? null : about.id());
        return new ModelAndView("redirect:" + THANKS);
    }

    private static ModelAndView again(HttpStatus status) {
        return new ModelAndView("reports/new", status);
    }

    private static ModelAndView later(String refusal, Duration wait, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        return again(HttpStatus.TOO_MANY_REQUESTS).addObject("refused", refusal);
    }

    @GetMapping(THANKS)
    String thanks(@RequestParam(defaultValue = "") String entry, Model model) {
        model.addAttribute("about", about(entry));
        return "reports/thanks";
    }

    /** Receives a report once; answers a second press of the same form as the first. */
    private void receiveOnce(ReportForm form, HttpServletRequest request) {
        boolean suspect = form.looksLikeSpam(link -> sentFromHere.isHere(link, request));
        try {
            reporting.receive(form, form.entryId(), suspect);
        } catch (DataIntegrityViolationException again) {
            if (!reporting.isReceived(form)) {
                throw again;
            }
        }
    }

    /**
     * The entry that the report is about, as the public sees it; null for none.
     *
     * @throws NotPublicException if it is no entry, or was never public
     * @throws WithdrawnException if the entry was withdrawn
     */
    private @Nullable PublishedEntry about(String entry) {
        if (entry.isEmpty()) {
            return null;
        }
        if (!entry.matches("[1-9]\\d{0,17}")) {
            throw new NotPublicException("entry");
        }
        return publicRecord.entry(Long.parseLong(entry));
    }

    /** The entry of a report being written; null if it was withdrawn meanwhile: the report still names it. */
    private @Nullable PublishedEntry stillPublic(ReportForm form, BindingResult mistakes) {
        try {
            return about(form.entry);
        } catch (WithdrawnException takenDown) {
            return null;
        } catch (NotPublicException never) {
            form.entry = "";
            mistakes.reject("mistake.report.gone");
            return null;
        }
    }
}
