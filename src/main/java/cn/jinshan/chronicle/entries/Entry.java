package cn.jinshan.chronicle.entries;

import jakarta.persistence.CascadeType;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/**
 * One thing that happened (条目): a permanent address, and the lock on its editions. All that can be read is in the
 * editions; at most one of them is public, and at most one is open to be written.
 *
 * <p>Whatever happens to an edition is a change of its entry, by somebody at some time, and makes its version greater.
 */
@Entity
public class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private @Nullable String formKey;

    private @Nullable Instant changed;

    private @Nullable Long changedBy;

    private @Nullable Instant erased;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Edition> editions = new ArrayList<>();

    protected Entry() {}

    /**
     * An entry of which nothing is written yet.
     *
     * @param formKey of the form that it was begun with, at most 36 characters: the same form begins no second one;
     *     null for one that no form began
     */
    public Entry(@Nullable String formKey) {
        this.formKey = formKey;
    }

    /** Its permanent address, never reused; null until it is first saved. */
    public @Nullable Long id() {
        return id;
    }

    /**
     * Makes sure that whoever changes it has seen it as it is.
     *
     * @param seen the version that was seen
     * @throws ObjectOptimisticLockingFailureException if it has been changed since
     */
    public void refuseStale(long seen) {
        if (seen != version) {
            throw new ObjectOptimisticLockingFailureException(Entry.class, Objects.requireNonNull(id));
        }
    }

    /**
     * Writes the open draft, or opens the next edition; the public keeps the present one meanwhile.
     *
     * @param position its place in the section, from 1
     * @param author the account of whoever writes
     * @throws RefusedException if the open edition is submitted, or the chronicle is closed and never published this
     *     entry
     */
    public void write(Section section, int position, Content content, long author, Instant now) {
        var open = edition(Edition::isOpen);
        var draft = open == null ? next() : open;
        draft.write(section, position, content, author);
        if (draft.isShutOut()) {
            throw new RefusedException("closed");
        }
        if (open == null) {
            editions.add(draft);
        }
        changed(author, now);
    }

    /**
     * Opens the next edition with what an earlier one says.
     *
     * @throws RefusedException if an edition is open already, or there is none of that number
     */
    public void draftFrom(int number, long author, Instant now) {
        if (edition(Edition::isOpen) != null) {
            throw Transition.DRAFT_FROM.refused();
        }
        var old = edition(number).orElseThrow(() -> new RefusedException("noEdition", number));
        var draft = next();
        draft.writeFrom(old, author);
        editions.add(draft);
        changed(author, now);
    }

    private Edition next() {
        int last = editions.stream().mapToInt(Edition::number).max().orElse(0);
        return new Edition(this, last + 1);
    }

    /**
     * Throws the open draft away.
     *
     * @throws RefusedException if none is open, or it is submitted
     */
    public void discard(long by, Instant now) {
        editions.remove(editionFor(Transition.DISCARD, RequiredReviews.NONE, by));
        changed(by, now);
    }

    /** Whether nothing is left of it, or nothing written yet. */
    public boolean isEmpty() {
        return editions.isEmpty();
    }

    /**
     * Asks reviewers to look at the open draft (提交审核). Until it is returned or taken back nobody writes in it.
     *
     * @throws RefusedException if none is open, or it is submitted already or lacks something, or its chronicle is
     *     closed and it is no correction
     */
    public void submit(long by, Instant now) {
        editionFor(Transition.SUBMIT, RequiredReviews.NONE, by).submit(by, now);
        changed(by, now);
    }

    /**
     * Makes what was submitted a draft again and voids its approvals (撤回).
     *
     * @throws RefusedException if nothing is submitted, or by whoever neither wrote nor submitted it
     */
    public void takeBack(long by, Instant now) {
        editionFor(Transition.TAKE_BACK, RequiredReviews.NONE, by).takeBack();
        changed(by, now);
    }

    /**
     * Makes what was submitted a draft again and voids its approvals, because something has to be changed (退回修改).
     *
     * @param reason what, not blank
     * @throws RefusedException if nothing is submitted, or by one of its authors
     */
    public void returnToEditor(String reason, long by, Instant now) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A return needs its reason");
        }
        editionFor(Transition.RETURN, RequiredReviews.NONE, by).returnToEditor(reason, by, now);
        changed(by, now);
    }

    /**
     * Approves what was submitted (审核通过); with the last approval required it may be published.
     *
     * @throws RefusedException if nothing is submitted, or by one of its authors, or twice by the same reviewer, or
     *     after the last approval required, or its chronicle was closed meanwhile and it is no correction
     */
    public void approve(RequiredReviews required, long by, Instant now) {
        editionFor(Transition.APPROVE, required, by).approve(by, now);
        changed(by, now);
    }

    /**
     * Publishes the open edition, which takes the place of the one that was public.
     *
     * @throws RefusedException if none is open, or it lacks something or approvals, or the chronicle was closed
     *     meanwhile and it is no correction
     */
    public void publish(RequiredReviews required, long by, Instant now) {
        var next = editionFor(Transition.PUBLISH, required, by);
        var before = edition(Edition::isLive);
        next.publish(by, now);
        if (before != null) {
            before.supersede();
        }
        changed(by, now);
    }

    /** How many approvals the open edition has to be given; 0 where none is open. */
    public int needs(RequiredReviews required) {
        var open = edition(Edition::isOpen);
        return open == null ? 0 : required.of(open.correcting());
    }

    /**
     * Takes the public edition down; the address answers that it was.
     *
     * @param reason for staff, never shown to the public
     * @param farewell what the public reads in its place; null for no more than that it was taken down
     * @throws RefusedException if the public sees none
     */
    public void withdraw(String reason, @Nullable String farewell, long by, Instant now) {
        editionFor(Transition.WITHDRAW, RequiredReviews.NONE, by).withdraw(reason, farewell, by, now);
        changed(by, now);
    }

    private void changed(long by, Instant now) {
        changed = now;
        changedBy = by;
    }

    /** The edition of which somebody may make a transition now; refused where there is none. */
    private Edition editionFor(Transition transition, RequiredReviews required, long by) {
        var fit = edition(edition -> transition.isFrom(edition.state()));
        var edition = fit == null ? edition(Edition::isOpen) : fit;
        if (edition == null) {
            throw transition.refused();
        }
        transition.refuse(edition, required, by);
        return edition;
    }

    boolean isCorrection(Edition edition) {
        return editions.stream().anyMatch(edition::followsPublished);
    }

    private @Nullable Edition edition(Predicate<Edition> condition) {
        return editions.stream().filter(condition).findFirst().orElse(null);
    }

    public Optional<Edition> edition(int number) {
        return Optional.ofNullable(edition(edition -> edition.number() == number));
    }

    long version() {
        return version;
    }

    /** When it was last changed; null for what only the seed wrote. */
    @Nullable
    Instant changed() {
        return changed;
    }

    /** The account that last changed it. */
    @Nullable
    Long changedBy() {
        return changedBy;
    }

    /** As staff read it. */
    public EditorialEntry asWritten() {
        return new EditorialEntry(
                Objects.requireNonNull(id),
                version,
                changed,
                changedBy,
                editions.stream().map(Edition::asWritten).toList());
    }
}
