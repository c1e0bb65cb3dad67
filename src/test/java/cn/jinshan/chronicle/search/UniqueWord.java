package cn.jinshan.chronicle.search;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Word that one entry alone has, and whether the search has to find that entry by it. */
final class UniqueWord {

    /** Characters that stand beside each other in no other text. */
    private static final String CHARACTERS = "梅兰竹菊松柏桃杏梨荷莲枫桐槐榆杉樟桂椿鹤雁鹰燕鸥鹭鹃莺雀鸽虎豹狮象鹿羊犬兔猫琴棋";

    /** Of words that many entries have: none of the others comes near one by a part of it. */
    private static final String OTHERS = "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙";

    /** In none of the words. */
    private static final char WRONG = '坊';

    private static final int LENGTH = 6;

    private static final int MIDDLE = 2;

    private static final Random RANDOM = new Random();

    /**
     * Since when it is clear.
     *
     * @param place the number of the instance that acknowledged it
     */
    record Standing(boolean found, long since, int place) {}

    final String text;

    /** Null while somebody who changes it has no answer yet. */
    private volatile @Nullable Standing standing;

    private volatile long entry;

    UniqueWord(int place) {
        this(shuffled(CHARACTERS).substring(0, LENGTH), place);
    }

    private UniqueWord(String text, int place) {
        this.text = text;
        this.standing = new Standing(false, System.nanoTime(), place);
    }

    /** Word for many entries, which no search for a word of one entry comes near. */
    static String common() {
        return shuffled(OTHERS).substring(0, LENGTH);
    }

    private static String shuffled(String all) {
        var characters = all.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
        Collections.shuffle(characters, RANDOM);
        return String.join("", characters);
    }

    /** Words without a character in common, so that none of them comes near another. */
    static List<UniqueWord> apart(int count, int place) {
        var characters = shuffled(CHARACTERS);
        return IntStream.range(0, count)
                .mapToObj(word -> new UniqueWord(characters.substring(word * LENGTH, (word + 1) * LENGTH), place))
                .toList();
    }

    /** The same with one wrong character. */
    String misspelt() {
        return text.substring(0, MIDDLE) + WRONG + text.substring(MIDDLE + 1);
    }

    /** Whose it is from now on. */
    void standsIn(long number) {
        entry = number;
    }

    /** The number of its entry; 0 before that is saved. */
    long entry() {
        return entry;
    }

    void changes() {
        standing = null;
    }

    void isFound(boolean found, int place) {
        standing = new Standing(found, System.nanoTime(), place);
    }

    @Nullable
    Standing standing() {
        return standing;
    }

    /** Whether it is clear that the search has to find it. */
    boolean isFound() {
        var now = standing;
        return now != null && now.found();
    }

    @Override
    public String toString() {
        return text + " of entry " + entry;
    }
}
