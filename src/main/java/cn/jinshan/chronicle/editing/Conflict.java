package cn.jinshan.chronicle.editing;

import java.util.List;

/**
 * Two people wrote about one entry, and one of them saved first.
 *
 * @param yours what was typed, now to be saved on the present version
 * @param theirs what was saved first
 * @param differing the fields that say something else
 * @param same the fields that say the same
 */
record Conflict(EntryForm yours, EntryForm theirs, List<Comparison.Field> differing, List<String> same) {}
