package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.text.Differences;
import java.util.List;

/** Difference between two texts of an entry in one field, by word. */
record FieldDifference(String name, Differences differences) {

    private static final List<String> LINES = List.of("date", "title", "easyTitle");
    private static final List<String> TEXTS = List.of("date", "title", "body", "easyTitle", "easyRead", "correction");

    /** Whether both texts can be merged into one. */
    public boolean mergeable() {
        return TEXTS.contains(name);
    }

    /** Whether the text is long. */
    public boolean isLong() {
        return mergeable() && !LINES.contains(name);
    }
}
