package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Filter of the public index, by kind, or all for null, and its order. */
record IndexFilter(@Nullable Kind kind, By by) {

    /** Order of Chinese names: by sound or by look. */
    enum By {
        PINYIN,
        STROKES
    }

    /**
     * Reads {@code kind} ({@code person}, {@code organisation}, {@code place} or {@code event}) and {@code by}
     * ({@code pinyin} or {@code strokes}). An empty value counts as absent; one that names nothing is not public.
     */
    static IndexFilter read(String kind, String by) {
        return new IndexFilter(
                kind.isBlank() ? null : TimelineFilter.named(Kind.class, kind.strip()),
                by.isBlank() ? By.PINYIN : TimelineFilter.named(By.class, by.strip()));
    }

    public boolean isByStrokes() {
        return by == By.STROKES;
    }

    public IndexFilter only(Kind kind) {
        return new IndexFilter(kind, by);
    }

    public IndexFilter everything() {
        return new IndexFilter(null, by);
    }

    public IndexFilter byPinyin() {
        return new IndexFilter(kind, By.PINYIN);
    }

    public IndexFilter byStrokes() {
        return new IndexFilter(kind, By.STROKES);
    }

    /** The shortest query string that {@link #read} reads back, with its question mark; empty for everything. */
    public String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (kind != null) {
            query.add("kind=" + TimelineFilter.word(kind));
        }
        if (isByStrokes()) {
            query.add("by=" + TimelineFilter.word(by));
        }
        return query.toString();
    }
}
