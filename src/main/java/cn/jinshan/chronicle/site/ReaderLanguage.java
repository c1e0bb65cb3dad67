package cn.jinshan.chronicle.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Resolves the language of the interface: {@code lang=zh} or {@code lang=en} of the address, with any region or script,
 * else that of the reading settings, else the first of the two that the browser accepts, else Chinese; in easy reading
 * Chinese in plain words.
 */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";

    /**
     * Chinese in plain words, for easy reading: the variant {@code simple} of the language subtag registry (RFC 5646,
     * 2.2.5). Its messages stand in files of their own, {@code …_zh_CN_simple.properties}; what they do not say is said
     * as to everybody.
     */
    static final Locale PLAIN_CHINESE = Locale.forLanguageTag("zh-CN-simple");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var settings = ReadingSettings.of(request);
        var chosen = chosen(request);
        var language = chosen != null ? chosen : unless(settings, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return settings.easyRead() && language.equals(Locale.SIMPLIFIED_CHINESE) && !isDesk(request)
                ? PLAIN_CHINESE
                : language;
    }

    /** Staff call things by one name each, whatever they read themselves. */
    private static boolean isDesk(HttpServletRequest request) {
        return OwnAddress.DESK.matcher(request.getRequestURI()).matches();
    }

    /** The language where the address does not say one. */
    static Locale unless(ReadingSettings settings, @Nullable String accepted) {
        var set = settings.language().locale();
        return set != null ? set : first(wanted(accepted)).orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** What the browser asks for, best first; what is no list of languages asks for none. */
    private static Stream<String> wanted(@Nullable String accepted) {
        try {
            return accepted == null
                    ? Stream.empty()
                    : Locale.LanguageRange.parse(accepted).stream().map(Locale.LanguageRange::getRange);
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    /** The language that the address asks for, if it does. */
    static @Nullable Locale chosen(HttpServletRequest request) {
        var asked = request.getParameterValues(PARAMETER);
        return asked == null ? null : first(Stream.of(asked)).orElse(null);
    }

    private static Optional<Locale> first(Stream<String> tags) {
        return tags.flatMap(tag -> Stream.ofNullable(spoken(language(tag)))).findFirst();
    }

    /** The first part of a language tag, which WeChat writes with an underscore: {@code zh_CN}. */
    private static String language(String tag) {
        return tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static @Nullable Locale spoken(String language) {
        return switch (language) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The address says the language");
    }
}
