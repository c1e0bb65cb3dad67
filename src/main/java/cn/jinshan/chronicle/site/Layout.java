package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.changes.Derived;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.ITemplateContext;

/** Data for the layout of a page, apart from its own content. */
public class Layout {

    private final HttpServletRequest request;
    private final Locale locale;
    private final Derived<List<Integer>> years;
    private final Derived<Imprint> imprint;
    private final Assets assets;
    private final SiteProperties properties;
    private final ReadingSettings reading;

    Layout(
            HttpServletRequest request,
            Locale locale,
            Derived<List<Integer>> years,
            Derived<Imprint> imprint,
            Assets assets,
            SiteProperties properties) {
        this.request = request;
        this.locale = locale;
        this.years = years;
        this.imprint = imprint;
        this.assets = assets;
        this.properties = properties;
        this.reading = ReadingSettings.of(request);
    }

    /** The layout of the page that a template is written for. */
    static Layout of(ITemplateContext page) {
        return (Layout) page.getVariable("layout");
    }

    /** The years to choose from, newest first. */
    public List<Integer> getYears() {
        return years.get();
    }

    /** Who publishes the pages. */
    public Imprint getImprint() {
        return imprint.get();
    }

    /** The host of the public address, null where that is not known. */
    public @Nullable String getDomain() {
        var address = properties.address();
        return address == null ? null : address.getHost();
    }

    /** The language of the page, as its {@code lang} attribute says it. */
    public String getLanguage() {
        return isChinese() ? "zh-CN" : locale.getLanguage();
    }

    private boolean isChinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** The {@code lang} of content, which is Chinese; null on a Chinese page, where it goes without saying. */
    public @Nullable String getContentLanguage() {
        return isChinese() ? null : "zh-CN";
    }

    /** The language that the address asks for, for a form to carry on; null if it does not. */
    public @Nullable String getChosenLanguage() {
        var chosen = ReaderLanguage.chosen(request);
        return chosen == null ? null : chosen.getLanguage();
    }

    /** How the reader has asked to be shown every page. */
    public ReadingSettings getReading() {
        return reading;
    }

    /** The address of this page in the other language. */
    public String getOtherLanguageAddress() {
        return here(isChinese() ? "en" : "zh");
    }

    /** The address of this page without a language, to come back to it. */
    public String getHere() {
        return here();
    }

    private String here(String... language) {
        boolean lost = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        var query = request.getQueryString();
        return UriComponentsBuilder.fromPath(lost ? "/" : request.getRequestURI())
                .query(lost || query == null ? "" : query)
                .replaceQueryParam(ReaderLanguage.PARAMETER, (Object[]) language)
                .build()
                .toUriString();
    }

    /** The address of a style sheet or script. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The one address of a page that has several, with its query; absolute where the public address is known. */
    public String canonical(String path) {
        return properties.link(path);
    }

    /** What leads from paper back to a page; null where the public address is not known. */
    public @Nullable QrCode code(String path) {
        return properties.address() == null ? null : QrCode.of(canonical(path));
    }

    /** What is read out with the field of this id: the ids of its mistake and its hint; null for neither. */
    public @Nullable String describing(String field, boolean wrong, boolean hinted) {
        if (!wrong) {
            return hinted ? field + "-hint" : null;
        }
        return field + (hinted ? "-mistake " + field + "-hint" : "-mistake");
    }
}
