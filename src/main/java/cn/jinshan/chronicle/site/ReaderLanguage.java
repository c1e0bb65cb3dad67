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
 * else that of the reading settings, else the first of the two that the browser accepts, else Chinese.
 */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = chosen(request);
        return chosen != null
                ? chosen
                : unless(ReadingSettings.of(request), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
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
