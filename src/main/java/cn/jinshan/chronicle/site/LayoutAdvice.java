package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.changes.Derived;
import cn.jinshan.chronicle.changes.KnownChanges;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.text.TitleWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the layout to the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {

    private final Derived<List<Integer>> years;
    private final Derived<Imprint> imprint;
    private final Derived<TitleWords> titleWords;
    private final Assets assets;
    private final SiteProperties properties;

    /** They stay while the names do, and with them the titles that they have divided. */
    private volatile TitleWords known = new TitleWords(List.of());

    LayoutAdvice(
            PublicRecord publicRecord,
            Federation federation,
            KnownChanges changes,
            Assets assets,
            SiteProperties properties) {
        this.years = new Derived<>(changes, publicRecord::years);
        this.imprint = new Derived<>(changes, () -> federation.settings().imprint());
        this.titleWords = new Derived<>(changes, () -> knowing(publicRecord.names()));
        this.assets = assets;
        this.properties = properties;
    }

    @ModelAttribute
    Layout layout(HttpServletRequest request, Locale locale) {
        return new Layout(request, locale, years, imprint, titleWords, assets, properties);
    }

    private TitleWords knowing(List<String> names) {
        var words = known.knowing(names);
        known = words;
        return words;
    }
}
