package cn.jinshan.chronicle.journal;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reference to the thing that a line of the activity log is about, as stored: {@code entry 7}. */
public final class Thing {

    /** The kind and the number of a thing. */
    public static final Pattern NUMBERED = Pattern.compile("([a-z-]+) (\\d{1,18})");

    private static final Map<String, String> PAGES = Map.of(
            "entry", "/admin/entries/",
            "account", "/admin/staff/",
            "chronicle", "/admin/chronicles/",
            "section", "/admin/sections/",
            "subject", "/admin/subjects/",
            "report", "/admin/reports/",
            "term", "/admin/words/",
            "name-group", "/admin/other-names/",
            "wording-rule", "/admin/hints/");

    private Thing() {}

    /** The page of a thing on the desk; null if it has none. */
    public static @Nullable String page(String thing) {
        var numbered = NUMBERED.matcher(thing);
        var page = numbered.matches() ? PAGES.get(numbered.group(1)) : null;
        return page == null ? null : page + numbered.group(2);
    }
}
