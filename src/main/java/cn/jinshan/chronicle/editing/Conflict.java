package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.WrittenEdition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two people wrote about one entry, and one of them saved first.
 *
 * @param yours what was typed, now to be saved on the present version
 * @param theirs what was saved first
 * @param differing the fields that say something else
 * @param same the fields that say the same
 */
record Conflict(EntryForm yours, EntryForm theirs, List<Field> differing, List<String> same) {

    private static final List<String> TEXTS = List.of("date", "title", "body", "easyRead", "correction");

    /** A field that both wrote differently. */
    record Field(String name, Differences differences) {

        /** Whether a text can be merged from both. */
        public boolean mergeable() {
            return TEXTS.contains(name);
        }

        /** Whether it is long. */
        public boolean isLong() {
            return mergeable() && !name.equals("date") && !name.equals("title");
        }
    }

    static Conflict between(EntryForm yours, WrittenEdition saved, long version) {
        var theirs = EntryForm.of(saved, version);
        yours.setVersion(String.valueOf(version));
        var differing = yours.differing(theirs);
        return new Conflict(
                yours,
                theirs,
                differing.stream()
                        .map(field -> new Field(
                                field, Differences.between(shown(yours, field, saved), shown(theirs, field, saved))))
                        .toList(),
                EntryForm.FIELDS.stream()
                        .filter(field -> !differing.contains(field)
                                && !theirs.text(field).isEmpty())
                        .toList());
    }

    /** What a field says, in words that staff read. */
    static String shown(EntryForm form, String field, WrittenEdition saved) {
        return switch (field) {
            case "section" ->
                saved.chronicle().sections().stream()
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
