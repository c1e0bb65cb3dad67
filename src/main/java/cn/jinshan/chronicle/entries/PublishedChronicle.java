package cn.jinshan.chronicle.entries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chronicle of one year, as the public sees it, with its sections in their order. */
public record PublishedChronicle(
        long id,
        int year,
        String title,
        String introduction,
        @Nullable Source source,
        List<PublishedSection> sections) {

    /** Its title without the year that it begins with, if it does. */
    public String titleWithoutYear() {
        var start = year + "年";
        return title.startsWith(start) ? title.substring(start.length()) : title;
    }
}
