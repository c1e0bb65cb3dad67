package cn.jinshan.chronicle.drills;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that a writer saved and was told so.
 *
 * @param number one more than that of the writer's save before
 * @param acknowledged when its answer had arrived, as {@link System#nanoTime()} of this machine
 * @param first whether the entry was new
 */
record Save(long entry, int number, long acknowledged, boolean first) {

    private static final int LENGTH = 2_000;

    private static final String WORDS = "走访街镇，看望残疾人家庭，听取意见，商量办法。";

    private static final Pattern TEXT = Pattern.compile("第(\\d+)稿。.*第(\\d+)稿完。", Pattern.DOTALL);

    /** A text by which its save is known again. */
    static String text(int number) {
        var text = new StringBuilder("第" + number + "稿。");
        while (text.length() < LENGTH) {
            text.append(WORDS, 0, 1 + (number + text.length()) % WORDS.length());
        }
        return text.append("第").append(number).append("稿完。").toString();
    }

    /** Whose text it is, if it is whole and of a writer. */
    static Optional<Integer> numberIn(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches() && parts.group(1).equals(parts.group(2))
                ? Optional.of(Integer.valueOf(parts.group(1)))
                : Optional.empty();
    }
}
