package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Edtf.Shape;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wording (版本) of an entry. Its content never changes once published; only its state does. */
@Entity
class Edition {

    /** Where an edition stands between its writing and its end. */
    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        SUPERSEDED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Entry entry;

    /** Read beside {@link #entry} so that reading a page of editions loads no entries. */
    @Column(name = "entry_id", insertable = false, updatable = false)
    private @Nullable Long entryId;

    private int number;

    @ManyToOne(fetch = FetchType.LAZY)
    private Chronicle chronicle;

    /** Stands first in the public index, which H2 takes only for a condition on this table. */
    @Column(name = "chronicle_id", insertable = false, updatable = false)
    private @Nullable Long chronicleId;

    @ManyToOne(fetch = FetchType.LAZY)
    private Section section;

    private int position;

    private String title;

    private String wording;

    private @Nullable String edtf;

    private @Nullable LocalDate earliest;

    private @Nullable LocalDate latest;

    @Enumerated(EnumType.STRING)
    private @Nullable Precision precision;

    @Enumerated(EnumType.STRING)
    private @Nullable Shape shape;

    private int months;

    private @Nullable Integer place;

    private String body;

    private String easyRead;

    private @Nullable String correction;

    @ManyToMany
    @JoinTable(name = "edition_subject", inverseJoinColumns = @JoinColumn(name = "subject_id"))
    @OrderColumn(name = "position")
    private List<Subject> subjects;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Boolean live;

    private @Nullable Instant published;

    private @Nullable Instant withdrawn;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected Edition() {}

    Edition(Entry entry, int number, Section section, int position, Content content) {
        this.entry = entry;
        this.number = number;
        this.chronicle = section.chronicle();
        this.section = section;
        this.position = position;
        this.title = content.title();
        this.wording = content.wording();
        this.body = content.body();
        this.easyRead = content.easyRead();
        this.correction = content.correction();
        this.subjects = new ArrayList<>(content.subjects());
        this.state = State.DRAFT;
        var date = content.date();
        if (date != null) {
            if (date.year() != chronicle.year()) {
                throw new IllegalArgumentException("The date belongs to another year's chronicle");
            }
            edtf = date.edtf().toString();
            earliest = date.edtf().earliest();
            latest = date.edtf().latest();
            precision = date.edtf().precision();
            shape = date.edtf().shape();
            months = date.months();
            place = date.place();
        }
    }

    /** Shows it to the public; refused for what is not a draft, or lacks its title, text or date. */
    void publish(Instant now) {
        if (state != State.DRAFT) {
            throw new IllegalStateException("Edition " + number + " is " + state + ", not a draft");
        }
        if (title.isBlank() || body.isBlank() || edtf == null) {
            throw new IllegalStateException("Edition " + number + " lacks its title, text or date");
        }
        state = State.PUBLISHED;
        live = true;
        published = now;
    }

    /** Gives way to a later edition. */
    void supersede() {
        state = State.SUPERSEDED;
        live = null;
    }

    void withdraw(String reason, Instant now) {
        state = State.WITHDRAWN;
        live = null;
        withdrawn = now;
        this.reason = reason;
    }

    /** Whether it tells the public what it corrects in an earlier edition, which its own chronicle published. */
    boolean corrects(Edition earlier) {
        return correction != null
                && !correction.isBlank()
                && earlier.published != null
                && earlier.chronicle.year() == chronicle.year();
    }

    boolean isOfClosedChronicle() {
        return chronicle.isClosed();
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }

    boolean isLive() {
        return Boolean.TRUE.equals(live);
    }

    int number() {
        return number;
    }

    /** As the public reads it; refused for what they may not see. */
    PublishedEntry asPublished() {
        if (!isLive() || entryId == null || edtf == null || published == null) {
            throw new IllegalStateException("Edition " + number + " is not public");
        }
        return new PublishedEntry(
                entryId,
                number,
                PublishedSection.of(section),
                position,
                title,
                EventDate.of(wording, edtf, chronicle.year()),
                new Prose(body),
                new Prose(easyRead),
                correction,
                published);
    }
}
