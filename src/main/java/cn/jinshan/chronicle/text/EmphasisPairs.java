package cn.jinshan.chronicle.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.PostProcessor;

/**
 * Pairing of the runs of {@code *} and {@code _} into emphasis, as CommonMark 0.31 says (appendix, “process emphasis”).
 */
record EmphasisPairs(int deepest) implements PostProcessor {

    @Override
    public Node process(Node text) {
        var parents = new ArrayDeque<Node>(List.of(text));
        while (!parents.isEmpty()) {
            var parent = parents.pop();
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                parents.push(child);
            }
            pairChildren(parent);
        }
        return text;
    }

    private void pairChildren(Node parent) {
        var openers = new ArrayList<Opener>();
        for (var child = parent.getFirstChild(); child != null; ) {
            var next = child.getNext();
            if (child instanceof DelimiterRun run) {
                if (run.canClose()) {
                    close(openers, run);
                }
                if (run.length() == 0) {
                    run.unlink();
                } else if (run.canOpen()) {
                    openers.add(new Opener(run));
                }
            }
            child = next;
        }
    }

    private void close(List<Opener> openers, DelimiterRun closer) {
        int from = openers.size() - 1;
        int depth = 1;
        while (closer.length() > 0 && from >= 0) {
            var opener = openers.get(from);
            depth = Math.max(depth, opener.depthBehind + 1);
            if (depth > deepest) {
                return;
            }
            if (!closer.closes(opener.run)) {
                from--;
                continue;
            }
            openers.subList(from + 1, openers.size()).clear();
            emphasise(opener.run, closer);
            opener.depthBehind = depth;
            if (opener.run.length() == 0) {
                opener.run.unlink();
                openers.remove(from--);
                if (from >= 0) {
                    openers.get(from).depthBehind = Math.max(depth, openers.get(from).depthBehind);
                }
            }
        }
    }

    private static void emphasise(DelimiterRun opener, DelimiterRun closer) {
        boolean isStrong = opener.length() > 1 && closer.length() > 1;
        var emphasis = isStrong ? new StrongEmphasis() : new Emphasis();
        for (var node = opener.getNext(); node != null && node != closer; ) {
            var next = node.getNext();
            emphasis.appendChild(node);
            node = next;
        }
        opener.insertAfter(emphasis);
        opener.use(isStrong ? 2 : 1);
        closer.use(isStrong ? 2 : 1);
    }

    /** Run that has not been closed, and how deep the emphases between it and the next such run go. */
    private static final class Opener {
        private final DelimiterRun run;
        private int depthBehind;

        Opener(DelimiterRun run) {
            this.run = run;
        }
    }
}
