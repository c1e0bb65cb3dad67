package cn.jinshan.chronicle.site;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Link builder that keeps the {@code lang} parameter of the address in every link. */
@Component
class Links extends StandardLinkBuilder {

    Links(SpringTemplateEngine engine) {
        engine.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        var processed = super.processLink(context, link);
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return processed;
        }
        var language = ReaderLanguage.chosen(request.getRequest());
        if (language == null || !processed.startsWith("/") || processed.startsWith(Assets.PATH)) {
            return processed;
        }
        int end = processed.indexOf('#') < 0 ? processed.length() : processed.indexOf('#');
        var separator = processed.indexOf('?') < 0 ? "?" : "&";
        return processed.substring(0, end) + separator + ReaderLanguage.PARAMETER + "=" + language.getLanguage()
                + processed.substring(end);
    }
}
