package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.WrittenEdition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What differs between two texts of an entry, field by field and word by word.
 *
 * @param differing the fields that say something else, in the order of the page
 */
record Comparison(List<Field> differing) {

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

    /** What an edition changes of an earlier one. */
    static Comparison between(WrittenEdition earlier, WrittenEdition later) {
        return between(EntryForm.of(earlier, 0), earlier, EntryForm.of(later, 0), later);
    }

    /**
     * What differs between two forms.
     *
     * @param ofOne the edition that the one stands for, in whose chronicle its section has a title
     * @param ofOther the same for the other
     */
    static Comparison between(EntryForm one, WrittenEdition ofOne, EntryForm other, WrittenEdition ofOther) {
        return new Comparison(one.differing(other).stream()
                .map(field ->
                        new Field(field, Differences.between(shown(one, field, ofOne), shown(other, field, ofOther))))
                .toList());
    }

    /** What a field says, in words that staff read. */
    private static String shown(EntryForm form, String field, WrittenEdition edition) {
        return switch (field) {
            case "section" ->
                edition.chronicle().sections().stream()
                        .filter(section -> section.slug().equals(form.getSection()))
                        .map(PublishedSection::title)
                        .collect(Collectors.joining());
            case "subjects" ->
                form.getSubjects().stream()
                        .filter(row -> !row.getName().isEmpty())
                        .map(row -> row.getName() + (row.getReading().isEmpty() ? "" : "（" + row.getReading() + "）"))
                        .collect(Collectors.joining("、"));
            default -> form.text(field);
        };
    }
}
