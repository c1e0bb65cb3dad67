package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Bilingual error pages for requests that the server does not pass on ({@code /2023%zz}) and for hosts that are not
 * served: there is no layout then, and the reader's language is not known.
 */
@Component
public class UnreadableRequests implements RequestRejectedHandler {

    /** Of the page. */
    public static final String TYPE = "text/html;charset=UTF-8";

    private final MessageSource messages;
    private final String home;

    UnreadableRequests(MessageSource messages, SiteProperties properties) {
        this.messages = messages;
        this.home = properties.link("/");
    }

    /** Answers a request that the firewall rejects with an error page of the site. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.setContentType(TYPE);
            response.getWriter().write(page(HttpServletResponse.SC_BAD_REQUEST));
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** The page that says so. */
    public String page(int status) {
        var known = HttpStatus.resolve(status);
        var words = ErrorPages.words(known == null ? HttpStatus.BAD_REQUEST : known, "");
        var wording = ErrorPages.Wording.of(words, messages, Locale.SIMPLIFIED_CHINESE);
        return """
                    <!DOCTYPE html>
                    <html lang="zh-CN"><head><meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                    <body><main><h1>%s</h1><p>%s</p><p lang="en">%s</p><p><a href="%s">%s</a></p></main></body></html>
                    """.formatted(
                        wording.title(messages, Locale.SIMPLIFIED_CHINESE),
                        wording.heading(),
                        wording.advice(),
                        say(words, Locale.ENGLISH),
                        home,
                        say("error.chronicle", Locale.SIMPLIFIED_CHINESE));
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
