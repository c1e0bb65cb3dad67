package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.PublicRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the layout to the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {

    private final PublicRecord publicRecord;
    private final Federation federation;
    private final Assets assets;
    private final SiteProperties properties;

    LayoutAdvice(PublicRecord publicRecord, Federation federation, Assets assets, SiteProperties properties) {
        this.publicRecord = publicRecord;
        this.federation = federation;
        this.assets = assets;
        this.properties = properties;
    }

    @ModelAttribute
    Layout layout(HttpServletRequest request, Locale locale) {
        return new Layout(request, locale, publicRecord, federation, assets, properties);
    }
}
