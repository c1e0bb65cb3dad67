package cn.jinshan.chronicle.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Longest common subsequence of two lists.
 *
 * @param ofOne the places of it in the one
 * @param ofOther the places of it in the other
 */
record Alignment(BitSet ofOne, BitSet ofOther) {

    /**
     * It takes a time that grows with the square of what differs: texts of twenty pages that share nothing, minutes.
     */
    static final int MOST_STEPS = 4_000_000;

    private static final class TooFarException extends RuntimeException {

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Two words compared is a step. */
    private static final class Steps {

        private long done;

        boolean areSame(String one, String other) {
            add(1);
            return one.equals(other);
        }

        void add(long more) {
            done += more;
            if (done > MOST_STEPS) {
                throw new TooFarException();
            }
        }
    }

    /** Empty for two that are too long and have too little in common. */
    static Optional<Alignment> of(List<String> one, List<String> other) {
        int start = 0;
        int shorter = Math.min(one.size(), other.size());
        while (start < shorter && one.get(start).equals(other.get(start))) {
            start++;
        }
        int same = 0;
        while (same < shorter - start && one.get(one.size() - 1 - same).equals(other.get(other.size() - 1 - same))) {
            same++;
        }
        var alignment = new Alignment(ends(one, start, same), ends(other, start, same));
        try {
            alignment.addBetween(one, other, new Steps());
            return Optional.of(alignment);
        } catch (TooFarException tooFar) {
            return Optional.empty();
        }
    }

    private static BitSet ends(List<String> words, int start, int same) {
        var ends = new BitSet();
        ends.set(0, start);
        ends.set(words.size() - same, words.size());
        return ends;
    }

    /** Aligns the part between the common ends; only pieces that both lists contain can match. */
    private void addBetween(List<String> one, List<String> other, Steps steps) {
        var mine = left(one, ofOne, new HashSet<>(other));
        var theirs = left(other, ofOther, new HashSet<>(one));
        long longer = (long) mine.size() - theirs.size();
        steps.add(longer * longer / 4);
        for (var delta : DiffUtils.diff(
                        mine.stream().map(one::get).toList(),
                        theirs.stream().map(other::get).toList(),
                        new MyersDiffWithLinearSpace<>(steps::areSame),
                        null,
                        true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                int size = delta.getSource().size();
                set(ofOne, mine, delta.getSource().getPosition(), size);
                set(ofOther, theirs, delta.getTarget().getPosition(), size);
            }
        }
    }

    private static List<Integer> left(List<String> words, BitSet aligned, Set<String> others) {
        return IntStream.range(0, words.size())
                .filter(place -> !aligned.get(place) && others.contains(words.get(place)))
                .boxed()
                .toList();
    }

    private static void set(BitSet aligned, List<Integer> places, int from, int size) {
        places.subList(from, from + size).forEach(aligned::set);
    }
}
