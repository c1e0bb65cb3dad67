package cn.jinshan.chronicle.backup;

/** How far a backup or a restore is, for who looks on. */
class Progress {

    private volatile int all;
    private volatile int done;

    void begin(int steps) {
        done = 0;
        all = steps;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread steps
    void step() {
        done++;
    }

    /** How many tables there are; 0 before it begins. */
    public int all() {
        return all;
    }

    /** How many of them are done. */
    public int done() {
        return done;
    }
}
