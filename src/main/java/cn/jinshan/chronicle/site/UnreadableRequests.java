package cn.jinshan.chronicle.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers, in both languages, a request so broken that the server hands it to no application ({@code /2023%zz}), and
 * one to a host that is not served: there is no layout then, and no knowing which language its reader prefers.
 */
@Component
class UnreadableRequests extends ErrorReportValve
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, RequestRejectedHandler {

    private final MessageSource messages;
    private final String home;

    UnreadableRequests(MessageSource messages, SiteProperties properties) {
        this.messages = messages;
        var address = properties.address();
        this.home = address == null ? "/" : address.resolve("/").toString();
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            List.of(host.getPipeline().getValves()).stream()
                    .filter(ErrorReportValve.class::isInstance)
                    .forEach(host.getPipeline()::removeValve);
            host.setErrorReportValveClass(getClass().getName());
            host.getPipeline().addValve((Valve) this);
        });
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var page = page(response.getStatus() < 500 ? "error.unreadable" : "error.ours", response);
            response.getReporter().write(page);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the firewall rejects is answered with a page of the site, unless it rejects that as well. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            var page = page("error.unreadable", response);
            response.getWriter().write(page);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private String page(String words, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
        SecurityHeaders.STRICT.forEach(response::setHeader);
        return """
                    <!DOCTYPE html>
                    <html lang="zh-CN"><head><meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                    <body><main><h1>%s</h1><p lang="en">%s</p><p><a href="%s">%s</a></p></main></body></html>
                    """.formatted(
                        ErrorPages.title(words, messages, Locale.SIMPLIFIED_CHINESE),
                        say(words, Locale.SIMPLIFIED_CHINESE),
                        say(words, Locale.ENGLISH),
                        home,
                        say("error.chronicle", Locale.SIMPLIFIED_CHINESE));
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
