package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.Lack;
import cn.jinshan.chronicle.proofreading.Hint;
import java.util.List;
import java.util.Set;

/**
 * What to look at in the form of an entry.
 *
 * @param lacks what the entry still needs before it can be published
 * @param hints what could be better, and suspected personal information, in the order of the fields
 */
record Remarks(Set<Lack> lacks, List<Hint> hints) {

    /** The hints on a field. */
    public List<Hint> in(String field) {
        return hints.stream().filter(hint -> hint.field().equals(field)).toList();
    }

    /** Whether a field lacks something. */
    public boolean isLacking(String field) {
        return lacks.stream().anyMatch(lack -> lack.name().equalsIgnoreCase(field));
    }
}
