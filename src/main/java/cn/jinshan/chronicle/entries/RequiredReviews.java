package cn.jinshan.chronicle.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Number of different reviewers, 0 to 3, who must approve a new entry, or a correction, before publication. */
@Embeddable
public record RequiredReviews(
        @Column(name = "reviews_of_new") int ofNew,
        @Column(name = "reviews_of_corrections") int ofCorrections) {

    /** No review is required. */
    public static final RequiredReviews NONE = new RequiredReviews(0, 0);

    private static final int MOST = 3;

    public RequiredReviews {
        if (ofNew < 0 || ofNew > MOST || ofCorrections < 0 || ofCorrections > MOST) {
            throw new IllegalArgumentException("Reviews are 0 to 3, not " + ofNew + " and " + ofCorrections);
        }
    }

    /** Number of reviews required for a new entry or a correction. */
    public int of(boolean correction) {
        return correction ? ofCorrections : ofNew;
    }
}
