package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.WrittenEdition;
import java.util.List;

/**
 * Two people wrote about one entry, and one of them saved first.
 *
 * @param yours what was typed, now to be saved on the present version
 * @param theirs what was saved first
 * @param differing the fields that say something else
 * @param same the fields that say the same
 */
record Conflict(EntryForm yours, EntryForm theirs, List<Comparison.Field> differing, List<String> same) {

    static Conflict between(EntryForm yours, WrittenEdition saved, long version) {
        var theirs = EntryForm.of(saved, version);
        yours.setVersion(String.valueOf(version));
        var differing = Comparison.between(yours, saved, theirs, saved).differing();
        var names = differing.stream().map(Comparison.Field::name).toList();
        return new Conflict(
                yours,
                theirs,
                differing,
                EntryForm.FIELDS.stream()
                        .filter(field ->
                                !names.contains(field) && !theirs.text(field).isEmpty())
                        .toList());
    }
}
