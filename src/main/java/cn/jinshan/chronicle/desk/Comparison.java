package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.text.Differences;
import java.util.List;

/**
 * Differences between two texts of an entry, by field and by word.
 *
 * @param differing the fields that differ, in the order of the page
 */
record Comparison(List<Field> differing) {

    /** The names of these fields. */
    public List<String> names() {
        return differing.stream().map(Field::name).toList();
    }

    /** A field that differs. */
    record Field(String name, Differences differences) {

        private static final List<String> TEXTS = List.of("date", "title", "body", "easyRead", "correction");

        /** Whether both texts can be merged into one. */
        public boolean mergeable() {
            return TEXTS.contains(name);
        }

        /** Whether the text is long. */
        public boolean isLong() {
            return mergeable() && !name.equals("date") && !name.equals("title");
        }
    }
}
