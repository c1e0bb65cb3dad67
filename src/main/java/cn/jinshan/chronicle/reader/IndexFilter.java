package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.Subject.Kind;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filter of the public index.
 *
 * @param kind null for all
 * @param by the order
 */
record IndexFilter(@Nullable Kind kind, By by) {

    /** Order of Chinese names: by sound or by look. */
    enum By {
        PINYIN,
        STROKES
    }

    /**
     * Reads {@code kind} ({@code person}, {@code organisation}, {@code place} or {@code event}) and {@code by}
     * ({@code pinyin} or {@code strokes}). An empty value counts as absent.
     *
     * @throws NotPublicException if a value names nothing
     */
    static IndexFilter read(String kind, String by) {
        return new IndexFilter(
                kind.isBlank() ? null : named(Kind.values(), kind), by.isBlank() ? By.PINYIN : named(By.values(), by));
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Stream.of(values)
                .filter(each -> lower(each).equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new NotPublicException(name));
    }

    private static String lower(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
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
            query.add("kind=" + lower(kind));
        }
        if (isByStrokes()) {
            query.add("by=" + lower(by));
        }
        return query.toString();
    }
}
