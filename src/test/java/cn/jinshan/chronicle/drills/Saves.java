package cn.jinshan.chronicle.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was acknowledged in a drill. */
final class Saves {

    private final List<Save> all = new ArrayList<>();
    private int count;
    private final Set<Long> given = new HashSet<>();
    private final List<Long> givenTwice = new ArrayList<>();

    synchronized void add(Save save) {
        all.add(save);
        count++;
        if (save.first() && !given.add(save.entry())) {
            givenTwice.add(save.entry());
        }
    }

    synchronized int count() {
        return count;
    }

    synchronized int countBefore(long moment) {
        return (int) all.stream().filter(save -> save.acknowledged() <= moment).count();
    }

    /** The highest number of an entry that a new one was given. */
    synchronized long highest() {
        return given.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Numbers of entries under which two new ones were saved. */
    synchronized List<Long> givenTwice() {
        return List.copyOf(givenTwice);
    }

    /** Forgets what the database does not know any more, once that has been told. */
    synchronized void forgetAllBut(Map<Long, Integer> found) {
        all.removeIf(save -> found.getOrDefault(save.entry(), 0) < save.number());
    }

    /** The entries whose last acknowledged text is not there, nor a later one. */
    List<Save> lostIn(Map<Long, Integer> found) {
        return lostIn(found, Long.MAX_VALUE);
    }

    /** The same of what had been acknowledged at a moment. */
    synchronized List<Save> lostIn(Map<Long, Integer> found, long moment) {
        var last = new HashMap<Long, Save>();
        for (var save : all) {
            if (save.acknowledged() <= moment) {
                last.merge(save.entry(), save, (one, other) -> one.number() > other.number() ? one : other);
            }
        }
        return last.values().stream()
                .filter(save -> found.getOrDefault(save.entry(), 0) < save.number())
                .toList();
    }
}
