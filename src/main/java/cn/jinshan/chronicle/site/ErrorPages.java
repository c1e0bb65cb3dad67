package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.ErasedException;
import cn.jinshan.chronicle.entries.WithdrawnException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Error handler: it answers with a helpful page, or for a data address with problem details (RFC 9457), in the reader's
 * language.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Pattern DATA = Pattern.compile(".*\\.(json|csv|xlsx|docx|txt|atom|xml)");

    /**
     * What an error page says.
     *
     * @param heading the first sentence, what went wrong, without its full stop
     * @param advice the other sentences, what to do about it; may be empty
     */
    record Wording(String heading, String advice) {

        /** @param words the message of both */
        static Wording of(String words, MessageSource messages, Locale locale) {
            var sentences = messages.getMessage(words, null, locale).split("[。.]\\s*", 2);
            return new Wording(sentences[0], sentences[1]);
        }

        /** What went wrong, and whose page says so (WCAG 2.4.2). */
        String title(MessageSource messages, Locale locale) {
            return messages.getMessage("error.title", new Object[] {heading}, locale);
        }
    }

    private final MessageSource messages;
    private final JsonMapper json;

    ErrorPages(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** No form of ours has such a field: {@code subjects[256]}. */
    @ExceptionHandler(InvalidPropertyException.class)
    static void noSuchField(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Freshness.sayAgain(request, response);
        var status = status(request);
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (DATA.matcher(asked).matches()) {
            write(problem(status, asked, locale), response);
            return null;
        }
        var typed = request.getAttribute(Typed.class.getName()) instanceof Typed sent ? sent : null;
        boolean unsaved = typed != null && status.is5xxServerError();
        var words = unsaved ? "error.unsaved" : words(status, asked);
        var wording = Wording.of(words, messages, locale);
        return new ModelAndView("error", status)
                .addObject("wording", wording)
                .addObject("name", wording.title(messages, locale))
                .addObject("ours", status.is5xxServerError())
                .addObject("farewell", farewell(request))
                .addObject("erased", erased(request))
                .addObject("typed", unsaved ? typed : null)
                .addObject("texts", typed == null ? texts(request, asked) : typed.texts());
    }

    /** What staff typed into a form that leads nowhere any more, such as one of something removed meanwhile. */
    private static List<String> texts(HttpServletRequest request, String asked) {
        return asked.startsWith("/admin") ? Typed.in(request).texts() : List.of();
    }

    private ProblemDetail problem(HttpStatus status, String asked, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(words(status, asked), null, locale));
        var path = UriUtils.decode(asked, StandardCharsets.UTF_8);
        problem.setInstance(URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8)));
        return problem;
    }

    private void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    /** The public notice in place of a withdrawn entry; may be empty. */
    private static String farewell(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof WithdrawnException withdrawn
                ? withdrawn.farewell()
                : "";
    }

    /** For staff: when the entry was erased; null where nothing was. */
    private static @Nullable Instant erased(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof ErasedException erased
                ? erased.when()
                : null;
    }

    private static HttpStatus status(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
    }

    /** Message key of the error. */
    static String words(HttpStatus status, String asked) {
        return switch (status) {
            case NOT_FOUND -> "error.notFound";
            case FORBIDDEN -> asked.startsWith("/admin") ? "error.forbidden" : "error.unsent";
            case GONE -> asked.startsWith("/admin") ? "error.erased" : "error.gone";
            case UNSUPPORTED_MEDIA_TYPE -> "error.unsent";
            case CONTENT_TOO_LARGE -> "error.large";
            case REQUEST_TIMEOUT -> "error.slow";
            case TOO_MANY_REQUESTS -> "error.busy";
            case SERVICE_UNAVAILABLE -> "error.away";
            default -> status.is5xxServerError() ? "error.ours" : "error.unreadable";
        };
    }
}
