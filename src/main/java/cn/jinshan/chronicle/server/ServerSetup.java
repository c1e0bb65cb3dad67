package cn.jinshan.chronicle.server;

import cn.jinshan.chronicle.site.KeptPages;
import cn.jinshan.chronicle.site.UnreadableRequests;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.function.Supplier;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.util.function.SingletonSupplier;

/** Configuration of the web server. */
@Configuration
@Order
@EnableConfigurationProperties(Proxies.class)
class ServerSetup implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private final Proxies proxies;
    private final UnreadableRequests page;
    private final ObjectProvider<WebInvocationPrivilegeEvaluator> rules;
    private final Supplier<KeptPages> pages;
    private final LastAnswers lastAnswers;

    ServerSetup(
            Proxies proxies,
            UnreadableRequests page,
            ObjectProvider<WebInvocationPrivilegeEvaluator> rules,
            ObjectProvider<KeptPages> pages,
            LastAnswers lastAnswers) {
        this.proxies = proxies;
        this.page = page;
        this.rules = rules;
        this.pages = SingletonSupplier.of(pages::getObject);
        this.lastAnswers = lastAnswers;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        // It would believe anybody
        factory.setUseForwardHeaders(false);
        factory.addServerCustomizers(this::customize);
    }

    /** The rules are asked about requests that nobody has dispatched. */
    @Bean
    static HttpServletRequestTransformer undispatched() {
        var paths = new PathPatternRequestTransformer();
        return request -> new HttpServletRequestWrapper(paths.transform(request)) {
            @Override
            public DispatcherType getDispatcherType() {
                return DispatcherType.REQUEST;
            }
        };
    }

    private void customize(Server server) {
        var callers = new Callers(server, lastAnswers);
        for (var connector : server.getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                    .forEach(this::customize);
            connector.addEventListener(callers);
        }
        server.setErrorHandler(new Refusals(page));
        callers.setHandler(new Forms(callers, proxies, rules, new PublicPages(pages, server.getHandler())));
        server.setHandler(callers);
    }

    private void customize(HttpConfiguration settings) {
        settings.setSendServerVersion(false);
        // What a request calls this host is anybody's word
        settings.setRelativeRedirectAllowed(true);
        // As they were sent
        settings.setRequestCookieCompliance(CookieCompliance.RFC6265_QUOTED);
        settings.addCustomizer(new UnreadableHeaders());
        settings.addCustomizer(new ForwardedRequests(proxies));
    }
}
