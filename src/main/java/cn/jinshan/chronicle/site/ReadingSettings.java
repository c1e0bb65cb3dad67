package cn.jinshan.chronicle.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Display settings of a reader. They are stored in one cookie: the words of all non-standard settings, always in the
 * same order and separated by dots, such as {@code large.easy.biggest.dark.en}.
 *
 * @param large 长者版: large text, large targets, one column, fewer choices
 * @param easyRead 易读版: the plain-language twin of a text first, where there is one
 * @param language of the interface, where the address asks for none
 */
public record ReadingSettings(boolean large, boolean easyRead, Size size, Contrast contrast, Language language) {

    public static final String COOKIE = "reading";

    private static final String LARGE = "large";
    private static final String EASY = "easy";

    private static final Set<Enum<?>> USUAL = Set.of(Size.STANDARD, Contrast.AUTO, Language.AUTO);

    static final ReadingSettings STANDARD = of(List.of());

    /** Text size. */
    public enum Size {
        STANDARD,
        BIG,
        BIGGEST
    }

    /** Of text and ground; automatic is what the reader's system asks for. */
    public enum Contrast {
        AUTO,
        LIGHT,
        DARK,
        HIGH
    }

    /** Of the interface; automatic is what the reader's browser asks for. */
    public enum Language {
        AUTO(null),
        ZH(Locale.SIMPLIFIED_CHINESE),
        EN(Locale.ENGLISH);

        private final @Nullable Locale locale;

        Language(@Nullable Locale locale) {
            this.locale = locale;
        }

        /** Null for the automatic one. */
        public @Nullable Locale locale() {
            return locale;
        }
    }

    /** The settings that these words name; unknown words are ignored. */
    static ReadingSettings of(Collection<String> words) {
        return new ReadingSettings(
                words.contains(LARGE),
                words.contains(EASY),
                chosen(Size.values(), words),
                chosen(Contrast.values(), words),
                chosen(Language.values(), words));
    }

    /** The settings of a request; a cookie with any other value is ignored. */
    static ReadingSettings of(HttpServletRequest request) {
        return stored(Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue));
    }

    /** The settings that the first readable of such cookies holds. */
    static ReadingSettings stored(Stream<String> cookies) {
        return cookies.flatMap(value -> Stream.of(of(List.of(value.split("\\."))))
                        .filter(settings ->
                                settings.isSet() && settings.cookie().equals(value)))
                .findFirst()
                .orElse(STANDARD);
    }

    /** The same settings in the edition of this name, {@code large} or any other for the standard one. */
    ReadingSettings in(String edition) {
        return new ReadingSettings(edition.equals(LARGE), easyRead, size, contrast, language);
    }

    private static <E extends Enum<E>> E chosen(E[] choices, Collection<String> words) {
        return Stream.of(choices)
                .filter(choice -> !USUAL.contains(choice) && words.contains(word(choice)))
                .findFirst()
                .orElse(choices[0]);
    }

    /** A choice as the form, the cookie and the page say it. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Whether anything is not as it is for everybody. */
    public boolean isSet() {
        return !equals(STANDARD);
    }

    /** The words of the settings that are not standard. */
    public List<String> words() {
        var words = new ArrayList<String>();
        if (large) {
            words.add(LARGE);
        }
        if (easyRead) {
            words.add(EASY);
        }
        Stream.<Enum<?>>of(size, contrast, language)
                .filter(choice -> !USUAL.contains(choice))
                .map(ReadingSettings::word)
                .forEach(words::add);
        return words;
    }

    String cookie() {
        return String.join(".", words());
    }

    /** The words as a page carries them, for its style sheets; null for none. */
    public @Nullable String marks() {
        return isSet() ? String.join(" ", words()) : null;
    }

    /** The sheet of the contrast that was chosen; null where the system chooses. */
    public @Nullable String sheet() {
        return contrast == Contrast.AUTO ? null : word(contrast) + ".css";
    }
}
