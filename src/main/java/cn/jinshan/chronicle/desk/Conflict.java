package cn.jinshan.chronicle.desk;

import java.util.List;

/**
 * Conflict of two users who edited one entry, one of whom saved first.
 *
 * @param yours what was typed, now to be saved on the present version
 * @param differing the fields that both changed, as each of them says them
 */
record Conflict(EntryForm yours, List<Comparison.Field> differing) {

    /** The names of these fields. */
    public List<String> names() {
        return differing.stream().map(Comparison.Field::name).toList();
    }
}
