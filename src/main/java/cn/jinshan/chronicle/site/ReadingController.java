package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The page of the reading settings; it needs no sign-in and opens no session. */
@Controller
class ReadingController {

    private static final String PATH = "/reading";

    private static final int LONGEST = 2000;

    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern ON_THIS_SITE = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

    private final SentFromHere sentFromHere;
    private final SiteProperties properties;

    ReadingController(SentFromHere sentFromHere, SiteProperties properties) {
        this.sentFromHere = sentFromHere;
        this.properties = properties;
    }

    @GetMapping(PATH)
    String form(
            @RequestParam(defaultValue = "") String back, @ModelAttribute(binding = false) Layout layout, Model model) {
        return show(layout.getReading(), back, model);
    }

    /** Without any choice it resets all settings. */
    @PostMapping(path = PATH, params = "!edition")
    ModelAndView keep(
            @RequestParam(defaultValue = "") String large,
            @RequestParam(defaultValue = "") String easy,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String contrast,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var settings = ReadingSettings.of(List.of(large, easy, size, contrast, language));
        return keep(settings, back, request, response, model);
    }

    /** Changes to the edition {@code large} or {@code standard}; all other settings stay as they are. */
    @PostMapping(path = PATH, params = "edition")
    ModelAndView change(
            @RequestParam String edition,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return keep(ReadingSettings.of(request).in(edition), back, request, response, model);
    }

    private ModelAndView keep(
            ReadingSettings settings,
            String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!sentFromHere.matches(request)) {
            model.addAttribute("refused", true);
            return new ModelAndView(show(settings, back, model), HttpStatus.FORBIDDEN);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(settings).toString());
        return new ModelAndView(backTo(back, settings, request));
    }

    private static String show(ReadingSettings settings, String back, Model model) {
        model.addAttribute("readingForm", settings);
        model.addAttribute("sizes", ReadingSettings.Size.values());
        model.addAttribute("contrasts", ReadingSettings.Contrast.values());
        model.addAttribute("languages", ReadingSettings.Language.values());
        model.addAttribute("back", onThisSite(back));
        return "reading";
    }

    private ResponseCookie cookie(ReadingSettings settings) {
        var address = properties.address();
        return ResponseCookie.from(ReadingSettings.COOKIE, settings.cookie())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(address != null && "https".equals(address.getScheme()))
                .maxAge(settings.isSet() ? Duration.ofDays(365) : Duration.ZERO)
                .build();
    }

    /** To where the reader was, in the language that the address asks for unless another was chosen just now. */
    private static RedirectView backTo(String back, ReadingSettings settings, HttpServletRequest request) {
        var target = onThisSite(back);
        var asked = ReaderLanguage.chosen(request);
        if (asked != null && settings.language().locale() == null) {
            target += (target.contains("?") ? "&" : "?") + ReaderLanguage.PARAMETER + "=" + asked.getLanguage();
        }
        var view = new RedirectView(target);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static String onThisSite(String back) {
        return back.length() <= LONGEST && ON_THIS_SITE.matcher(back).matches() ? back : PATH;
    }
}
