package cn.jinshan.chronicle.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Search for {@link StrayMark}s. A mark behind a backslash is meant to be seen. */
final class StrayMarks extends AbstractVisitor {

    private static final int MOST = 20;
    private static final int AROUND = 6;
    private static final int LONGEST_EXCERPT = 40;

    /** Longer runs hide figures, as in 138****0000. */
    private static final int LONGEST_RUN = 3;

    /** Marks of CommonMark and of its relatives that a text of the record does not have. */
    private static final Pattern FOREIGN = Pattern.compile(
            String.join(
                    "|",
                    divider("\\*"),
                    divider("-"),
                    divider("_"),
                    divider("="),
                    "^#{1,6}\\h.{1,12}",
                    "^>\\h?[^\\h>].{0,12}",
                    "^\\|.*\\|\\h*$",
                    "^([-+*])(?![-+*\\d\\h]).{0,12}(?=.*\\R\\1(?![-+*\\d\\h]))",
                    "\\[[^\\[\\]\\n]{1,80}]\\(",
                    "\\[[^\\[\\]\\n]{1,80}]\\h*[(（]\\h*(?:https?:|www\\.|mailto:|tel:|/)",
                    "```|`[^`\\n]{1,40}`",
                    "~~[^~\\s][^~\\n]{0,40}~~",
                    "＊＊[^＊\\n]{1,40}＊＊",
                    "</?(?:a|b|i|u|s|p|br|em|strong|span|div|font|h[1-6]|ul|ol|li|img|table|tr|td|su[bp])(?:\\h[^<>\\n]{0,200})?/?>",
                    "&(?:nbsp|amp|lt|gt|quot|[lr][ds]quo|[mn]dash|hellip|middot|#\\d{1,6}|#x[0-9A-Fa-f]{1,5});"),
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND_WORDS = Pattern.compile("[、，。；：？！）】》」』…,;?)].*", Pattern.DOTALL);
    private static final Pattern FIGURES = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Set<StrayMark> marks = new LinkedHashSet<>();
    private final List<Place> left = new ArrayList<>();
    private final StringBuilder shown = new StringBuilder();

    private record Place(DelimiterRun run, int start) {

        int end() {
            return start + run.length();
        }

        boolean isRun() {
            return run.length() > 1 && run.length() <= LONGEST_RUN;
        }
    }

    static List<StrayMark> in(String text) {
        var search = new StrayMarks();
        LightCommonMark.read(text).accept(search);
        return search.marks.stream().limit(MOST).toList();
    }

    /** The same of a text without any marks, such as a title. */
    static List<StrayMark> inPlain(String text) {
        return Stream.concat(
                        Pattern.compile("\\*\\*[^*\\n]{1,40}\\*\\*")
                                .matcher(text)
                                .results(),
                        FOREIGN.matcher(text).results())
                .map(found -> new StrayMark(found.group(), true))
                .distinct()
                .limit(MOST)
                .toList();
    }

    @Override
    public void visit(Paragraph paragraph) {
        shown.setLength(0);
        left.clear();
        visitChildren(paragraph);
        FOREIGN.matcher(shown).results().forEach(found -> addShown(found.group()));
        for (int i = 0; i < left.size(); i++) {
            var place = left.get(i);
            if (i + 1 < left.size() && isPair(place, left.get(i + 1))) {
                i++;
                addShown(shown.substring(place.start, left.get(i).end()));
            } else if (place.isRun() && !isBetweenSpaces(place)) {
                addShown(around(place.start, place.end()));
            }
        }
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() == null) {
            addShown(item.getParent() instanceof BulletList list ? list.getMarker() : "1.");
        }
        visitChildren(item);
    }

    @Override
    public void visit(Emphasis emphasis) {
        int start = shown.length();
        visitChildren(emphasis);
        boolean isProduct = start > 0
                && Character.isDigit(shown.charAt(start - 1))
                && FIGURES.matcher(shown.substring(start)).matches();
        addTaken("*", start, isProduct);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        int start = shown.length();
        visitChildren(emphasis);
        addTaken("**", start, false);
    }

    /** Nobody formats words that begin with a comma: 李**、王** hides names. */
    private void addTaken(String mark, int start, boolean isProduct) {
        var words = shown.substring(start);
        if (isProduct || BEHIND_WORDS.matcher(words).matches()) {
            marks.add(new StrayMark(around(start, start) + mark + words + mark, false));
        }
    }

    /** Whether two marks look like a pair; of single ones, a space must have kept them from being emphasis. */
    private boolean isPair(Place first, Place second) {
        return first.run.literal().equals(second.run.literal())
                && second.start - first.end() < LONGEST_EXCERPT
                && shown.substring(first.start, second.start).indexOf('\n') < 0
                && !isBetweenSpaces(first)
                && !isBetweenSpaces(second)
                && (first.isRun()
                        || (first.run.literal().equals("*")
                                && (first.run.isSpacedAfter() || second.run.isSpacedBefore())));
    }

    private boolean isBetweenSpaces(Place place) {
        return place.start > 0
                && place.end() < shown.length()
                && isSpace(shown.charAt(place.start - 1))
                && isSpace(shown.charAt(place.end()));
    }

    private static boolean isSpace(char character) {
        return Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    private static String divider(String mark) {
        return "^\\h*+" + mark + "\\h*+" + mark + "\\h*+" + mark + "[\\h" + mark + "]*+$";
    }

    private void addShown(String excerpt) {
        marks.add(new StrayMark(excerpt, true));
    }

    /** A part of a paragraph with a few characters of its line around it. */
    private String around(int start, int end) {
        int from = Math.max(Math.max(shown.lastIndexOf("\n", start - 1) + 1, 0), start - AROUND);
        int lineEnd = shown.indexOf("\n", end);
        int to = Math.min(lineEnd < 0 ? shown.length() : lineEnd, start == end ? end : end + AROUND);
        return wholeCharacters(from, to);
    }

    private String wholeCharacters(int from, int to) {
        int first = from > 0 && Character.isLowSurrogate(shown.charAt(from)) ? from - 1 : from;
        int last = to < shown.length() && Character.isLowSurrogate(shown.charAt(to)) ? to + 1 : to;
        return shown.substring(first, last);
    }

    @Override
    public void visit(CustomNode node) {
        var run = (DelimiterRun) node;
        left.add(new Place(run, shown.length()));
        shown.append(run.literal());
    }

    @Override
    public void visit(Text text) {
        shown.append(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak soft) {
        shown.append('\n');
    }

    @Override
    public void visit(HardLineBreak hard) {
        shown.append('\n');
    }
}
