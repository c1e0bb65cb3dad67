package cn.jinshan.chronicle.desk;

import java.util.List;

/**
 * Conflict of two users who edited one entry, one of whom saved first.
 *
 * @param yours what the user typed, to be saved on top of the present version
 * @param differing the fields that both users changed, with both texts
 */
record Conflict(EntryForm yours, List<Comparison.Field> differing) {

    /** The names of these fields. */
    public List<String> names() {
        return differing.stream().map(Comparison.Field::name).toList();
    }
}
