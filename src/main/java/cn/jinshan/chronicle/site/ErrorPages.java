package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.WithdrawnException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whatever went wrong: a page that helps, or for a data address a problem (RFC 9457), in the reader's words.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Pattern DATA = Pattern.compile(".*\\.(json|csv|xlsx|docx|txt|atom|xml)");

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object error(HttpServletRequest request, Locale locale) {
        var status = status(request);
        var words = words(status);
        if (DATA.matcher(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)))
                .matches()) {
            var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(words, null, locale));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var page = new ModelAndView(
                "error",
                Map.of("words", words, "ours", status.is5xxServerError(), "farewell", farewell(request)),
                status);
        return request.getAttribute(Typed.class.getName()) instanceof Typed typed
                ? page.addObject("typed", typed)
                : page;
    }

    /** What staff say in the place of an entry that they took down; empty for nothing more. */
    private static String farewell(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof WithdrawnException withdrawn
                ? withdrawn.farewell()
                : "";
    }

    private static HttpStatus status(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "error.notFound";
            case FORBIDDEN -> "error.forbidden";
            case GONE -> "error.gone";
            case SERVICE_UNAVAILABLE -> "error.away";
            default -> status.is5xxServerError() ? "error.ours" : "error.unreadable";
        };
    }
}
