package cn.jinshan.chronicle.search;

/** Refusal to search while the index is built, with how many entries it has so far, and how many there are. */
public class IndexPreparingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long done;
    private final long total;

    IndexPreparingException(long done, long total) {
        super("The search has " + done + " of " + total + " entries");
        this.done = done;
        this.total = total;
    }

    public long done() {
        return done;
    }

    public long total() {
        return total;
    }
}
