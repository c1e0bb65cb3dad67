package cn.jinshan.chronicle.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Place of an entry in which words are looked for, the best first. */
enum Place {
    TITLE(4),
    NAMES(3),
    TEXT(2),
    EASY_TITLE(2),
    EASY_READ(2),
    /** Its year, and its date in the source's own words. */
    WORDING(1);

    /** Field of how names are read, syllable by syllable, as staff say or else by their characters. */
    static final String READING = "reading";

    /** Analyzer of all places, and of readings. */
    static final Analyzer ANALYZER = new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(field.equals(READING) ? new StandardTokenizer() : new UnitTokenizer());
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 1;
        }
    };

    private final float worth;

    Place(float worth) {
        this.worth = worth;
    }

    /** What it is worth that a word stands there. */
    float worth() {
        return worth;
    }
}
