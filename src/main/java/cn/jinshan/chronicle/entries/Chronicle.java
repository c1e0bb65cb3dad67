package cn.jinshan.chronicle.entries;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chronicle (大事记) of one year. */
@Entity
public class Chronicle {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @Column(name = "chronicle_year")
    private int year;

    private String title;

    private String introduction;

    @Embedded
    private @Nullable Source source;

    private @Nullable Instant opened;

    private @Nullable Instant closed;

    @OneToMany(mappedBy = "chronicle")
    @OrderBy("position, id")
    private List<Section> sections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Chronicle() {}

    /**
     * A chronicle that only staff see yet.
     *
     * @param year 1900 to 2999
     * @param title not empty
     * @param introduction may be empty
     * @param source where it was first published, if anywhere
     */
    public Chronicle(int year, String title, String introduction, @Nullable Source source) {
        if (year < 1900 || year > 2999 || title.isBlank()) {
            throw new IllegalArgumentException("A chronicle needs a year from 1900 to 2999 and a title");
        }
        this.year = year;
        this.title = title;
        this.introduction = introduction;
        this.source = source;
    }

    /** Lets the public see it from now on; refused for one that they see already. */
    public void open(Instant now) {
        if (opened != null) {
            throw new IllegalStateException("The chronicle of " + year + " is open already");
        }
        opened = now;
    }

    /** Ends its writing (已定稿): from now on old entries may only be corrected; refused for one that is closed. */
    public void close(Instant now) {
        if (closed != null) {
            throw new IllegalStateException("The chronicle of " + year + " is closed already");
        }
        closed = now;
    }

    boolean isClosed() {
        return closed != null;
    }

    @Nullable
    Long id() {
        return id;
    }

    int year() {
        return year;
    }

    String title() {
        return title;
    }

    String introduction() {
        return introduction;
    }

    @Nullable
    Source source() {
        return source;
    }

    List<Section> sections() {
        return sections;
    }
}
