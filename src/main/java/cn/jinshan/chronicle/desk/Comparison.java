package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.text.Differences;
import java.util.List;

/**
 * Differences between two texts of an entry, by field and by word.
 *
 * @param differing the fields that say something else, in the order of the page
 */
record Comparison(List<Field> differing) {

    /** The names of these fields. */
    public List<String> names() {
        return differing.stream().map(Field::name).toList();
    }

    /** A field that says something else. */
    record Field(String name, Differences differences) {

        private static final List<String> TEXTS = List.of("date", "title", "body", "easyRead", "correction");

        /** Whether a text can be merged from both. */
        public boolean mergeable() {
            return TEXTS.contains(name);
        }

        /** Whether it is long. */
        public boolean isLong() {
            return mergeable() && !name.equals("date") && !name.equals("title");
        }
    }
}
