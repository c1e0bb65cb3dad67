package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Highlights of a year (这一年的亮点): the public entries that stand on top of its timeline, in the order that staff chose,
 * at most {@link #MOST}. An entry that is withdrawn, or published in another year, is no highlight any more.
 */
public class Highlights {

    public static final int MOST = 10;

    private final List<Entry> entries;

    /** @param entries of one year, all its highlights among them, in any order */
    public Highlights(Collection<Entry> entries) {
        this.entries = entries.stream()
                .filter(entry -> entry.highlight() > 0)
                .sorted(comparingInt(Entry::highlight))
                .collect(toCollection(ArrayList::new));
    }

    /** The place of an entry, from 1; 0 if it is no highlight. */
    public int place(Entry entry) {
        return entries.indexOf(entry) + 1;
    }

    /**
     * Puts an entry of the year at a place from 1, or as the last; the others move along.
     *
     * @throws RefusedException if it is not public, or would be one more than {@link #MOST}
     */
    public void put(Entry entry, int place) {
        if (!entries.remove(entry)) {
            refuseIf(!entry.isPublic(), "highlightUnpublished");
            refuseIf(entries.size() >= MOST, "highlightsFull", MOST);
        }
        entries.add(Math.min(place - 1, entries.size()), entry);
        number();
    }

    /** Removes an entry from the highlights; refused if it is none. */
    public void remove(Entry entry) {
        refuseIf(!entries.remove(entry), "noHighlight");
        entry.highlight(0);
        number();
    }

    private void number() {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).highlight(i + 1);
        }
    }
}
