package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.RequiredReviews;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Settings of the whole site; there is one row, from the beginning. */
@Entity
public class Settings {

    /** The number of its only row. */
    public static final int ONLY = 1;

    @Id
    private int id;

    @Version
    private long version;

    @Embedded
    private Imprint imprint;

    @Embedded
    private RequiredReviews requiredReviews;

    @SuppressWarnings("NullAway.Init")
    protected Settings() {}

    void change(Imprint imprint, RequiredReviews requiredReviews) {
        this.imprint = imprint;
        this.requiredReviews = requiredReviews;
    }

    /** The version, which a change must repeat. */
    public long version() {
        return version;
    }

    /** The imprint at the foot of every public page. */
    public Imprint imprint() {
        return imprint;
    }

    /** How many have to approve before something is published. */
    public RequiredReviews requiredReviews() {
        return requiredReviews;
    }
}
