package cn.jinshan.chronicle.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All of a request for a public page that its answer depends on.
 *
 * @param site scheme and host, as they were asked for
 * @param path of the address
 * @param query of the address, without what others added, its parameters in one order; empty for none
 * @param language of the interface, unless the query says another
 * @param settings of the reader
 * @param isCompressed whether the answer may be compressed with gzip
 */
public record PageKey(
        String site, String path, String query, Locale language, ReadingSettings settings, boolean isCompressed) {

    private static final int LONGEST = 1000;

    private static final Pattern PLAIN = Pattern.compile("(/[\\w.-]*)+");

    /** It has a form that bears a key of its own. */
    private static final String FORM = "/reports/new";

    /** In bytes, about. */
    int weight() {
        return site.length() + path.length() + query.length();
    }

    /**
     * The key of a request.
     *
     * @param cookies the values of the cookie {@link ReadingSettings#COOKIE}
     * @param languages what the browser accepts; null if it does not say
     * @return empty for what is no public page, and for an address that is damaged or longer than 1,000 characters
     */
    public static Optional<PageKey> of(
            String site,
            String path,
            @Nullable String query,
            List<String> cookies,
            @Nullable String languages,
            boolean isCompressed) {
        if (path.length() + (query == null ? 0 : query.length()) > LONGEST
                || !PLAIN.matcher(path).matches()
                || OwnAddress.DESK.matcher(path).matches()
                || path.equals(FORM)) {
            return Optional.empty();
        }
        var settings = ReadingSettings.stored(cookies.stream());
        var own = query == null ? Optional.of("") : OwnAddress.plain(query, path);
        return own.map(parameters -> new PageKey(
                site, path, parameters, ReaderLanguage.unless(settings, languages), settings, isCompressed));
    }
}
