package cn.jinshan.chronicle.site;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.changes.Derived;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.text.TitleWords;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.ITemplateContext;

/** Data for the layout of a page, apart from its own content. */
public class Layout {

    private final HttpServletRequest request;
    private final Locale locale;
    private final Derived<List<Integer>> years;
    private final Derived<Imprint> imprint;
    private final Derived<TitleWords> titleWords;
    private final Assets assets;
    private final SiteProperties properties;
    private final ReadingSettings reading;

    /** Those with which the page was begun: a change meanwhile divides no title of it otherwise. */
    private @Nullable TitleWords presentWords;

    Layout(
            HttpServletRequest request,
            Locale locale,
            Derived<List<Integer>> years,
            Derived<Imprint> imprint,
            Derived<TitleWords> titleWords,
            Assets assets,
            SiteProperties properties) {
        this.request = request;
        this.locale = locale;
        this.years = years;
        this.imprint = imprint;
        this.titleWords = titleWords;
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

    /** The words of a title, between which a line of it breaks. */
    List<String> words(String title) {
        var words = presentWords == null ? titleWords.get() : presentWords;
        presentWords = words;
        return words.of(title);
    }

    /** The title of a section in the language of the page, where it has one; else the Chinese one. */
    public String title(PublishedSection section) {
        return isTranslated(section) ? section.titleEn() : section.title();
    }

    /** A piece of content as the page shows it, which is its text, or the title of a section. */
    public String text(@Nullable Object content) {
        return content instanceof PublishedSection section ? title(section) : Objects.toString(content, "");
    }

    /** The titles of sections as {@link #title}, as they stand in a sentence. */
    public String titles(List<PublishedSection> sections) {
        return sections.stream().map(this::title).collect(joining(isChinese() ? "、" : ", "));
    }

    /** The {@code lang} of the title of a section; null where it goes without saying. */
    @Nullable
    String languageOf(PublishedSection section) {
        return isTranslated(section) ? null : getContentLanguage();
    }

    private boolean isTranslated(PublishedSection section) {
        return !isChinese() && !section.titleEn().isEmpty();
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

    /** What leads from paper, or from another screen, to a page; null where the public address is not known. */
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
