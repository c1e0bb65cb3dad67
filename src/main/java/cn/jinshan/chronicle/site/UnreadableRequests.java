package cn.jinshan.chronicle.site;

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
import org.springframework.stereotype.Component;

/**
 * Answers, in both languages, a request so broken that the server hands it to no application ({@code /2023%zz}): there
 * is no layout then, and no knowing which language its reader prefers.
 */
@Component
class UnreadableRequests extends ErrorReportValve
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final MessageSource messages;

    UnreadableRequests(MessageSource messages) {
        this.messages = messages;
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
        var words = response.getStatus() < 500 ? "error.unreadable" : "error.ours";
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", SecurityHeaders.CONTENT_SECURITY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            response.getReporter().write("""
                    <!DOCTYPE html>
                    <html lang="zh-CN"><head><meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                    <body><main><h1>%s</h1><p lang="en">%s</p><p><a href="/">%s</a></p></main></body></html>
                    """.formatted(
                            say("error.title", Locale.SIMPLIFIED_CHINESE),
                            say(words, Locale.SIMPLIFIED_CHINESE),
                            say(words, Locale.ENGLISH),
                            say("error.chronicle", Locale.SIMPLIFIED_CHINESE)));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
