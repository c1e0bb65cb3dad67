package cn.jinshan.chronicle.text;

import org.commonmark.node.CustomNode;

/**
 * Run of {@code *} or {@code _} in a text, which may begin or end emphasis. What {@link EmphasisPairs} leaves of it is
 * shown as typed.
 */
final class DelimiterRun extends CustomNode {

    private final char mark;
    private final int typed;
    private final MarkNeighbour before;
    private final MarkNeighbour after;
    private int left;

    DelimiterRun(char mark, int length, MarkNeighbour before, MarkNeighbour after) {
        this.mark = mark;
        this.typed = length;
        this.left = length;
        this.before = before;
        this.after = after;
    }

    /** Its marks that are not used for emphasis. */
    String literal() {
        return String.valueOf(mark).repeat(left);
    }

    int length() {
        return left;
    }

    void use(int marks) {
        left -= marks;
    }

    boolean canOpen() {
        return isLeftFlanking() && (mark == '*' || !isRightFlanking() || before.isPunctuation());
    }

    boolean canClose() {
        return isRightFlanking() && (mark == '*' || !isLeftFlanking() || after.isPunctuation());
    }

    /** Whether this run can close what that one opens; by rules 9 and 10 of CommonMark 0.31, section 6.2. */
    boolean closes(DelimiterRun opener) {
        boolean isEither = opener.canClose() || canOpen();
        return opener.mark == mark && !(isEither && typed % 3 != 0 && (opener.typed + typed) % 3 == 0);
    }

    boolean isSpacedBefore() {
        return before.isSpace();
    }

    boolean isSpacedAfter() {
        return after.isSpace();
    }

    private boolean isLeftFlanking() {
        return !after.isSpace()
                && (!after.isPunctuation()
                        || after.isCjk()
                        || before.isSpace()
                        || before.isPunctuation()
                        || before.isCjk());
    }

    private boolean isRightFlanking() {
        return !before.isSpace()
                && (!before.isPunctuation()
                        || before.isCjk()
                        || after.isSpace()
                        || after.isPunctuation()
                        || after.isCjk());
    }
}
