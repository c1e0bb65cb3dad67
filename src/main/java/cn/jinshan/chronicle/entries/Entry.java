package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Event of the chronicle (条目): a permanent address, and the lock on its editions. Its text is in the editions; at most
 * one of them is public, and at most one is open for writing.
 *
 * <p>Every change of an edition is a change of its entry, with a user and a time, and increases the version of the
 * entry. It is refused where its {@link Transition} does not allow it.
 */
@Entity
public class Entry extends VersionedEntity {

    private @Nullable String formKey;

    private @Nullable Instant changed;

    private @Nullable Long changedBy;

    private @Nullable Instant erased;

    /** No part of an edition: whoever is writing on the entry is not disturbed by it. */
    @OptimisticLock(excluded = true)
    private @Nullable Integer highlight;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Edition> editions = new ArrayList<>();

    protected Entry() {}

    /** An entry without an edition, and the key, at most 36 characters, of the form that created it, if one did. */
    public Entry(@Nullable String formKey) {
        this.formKey = formKey;
    }

    /**
     * Writes the open draft, or opens the next edition; the present one stays public meanwhile.
     *
     * @param position the place in the section, from 1
     * @param author the account of the author
     * @throws RefusedException if the open edition is submitted, or the chronicle is closed and never published this
     *     entry
     */
    public void write(Section section, int position, Content content, long author, Instant now) {
        var open = edition(Edition::isOpen);
        var draft = open == null ? next() : open;
        draft.write(section, position, content, author);
        refuseIf(draft.isShutOut(), "closed");
        if (open == null) {
            editions.add(draft);
        }
        changed(author, now);
    }

    /** Opens the next edition with the content of an earlier one; refused if there is no such edition. */
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

    /** Discards the open draft. */
    public void discard(long by, Instant now) {
        editions.remove(make(Transition.DISCARD, RequiredReviews.NONE, by, now));
    }

    /** The numbers of the subjects that its open edition mentions. */
    public Set<Long> openMentions() {
        var open = edition(Edition::isOpen);
        return open == null ? Set.of() : open.subjects.stream().map(Subject::id).collect(toSet());
    }

    /** Whether the entry has no edition: none was written yet, or all were discarded. */
    public boolean isEmpty() {
        return editions.isEmpty();
    }

    /** Submits the open draft for review (提交审核). Nobody writes in it until it is returned or taken back. */
    public void submit(long by, Instant now) {
        make(Transition.SUBMIT, RequiredReviews.NONE, by, now).submit(by, now);
    }

    /** Turns the submitted edition into a draft again and voids its approvals (撤回). */
    public void takeBack(long by, Instant now) {
        make(Transition.TAKE_BACK, RequiredReviews.NONE, by, now).takeBack();
    }

    /** Returns the submitted edition for a reason: it is a draft again, and its approvals are void (退回修改). */
    public void returnToEditor(String reason, long by, Instant now) {
        Assert.hasText(reason, "A return needs its reason");
        make(Transition.RETURN, RequiredReviews.NONE, by, now).returnToEditor(reason, by, now);
    }

    /** Approves the submitted edition (审核通过); after the last required approval it may be published. */
    public void approve(RequiredReviews required, long by, Instant now) {
        make(Transition.APPROVE, required, by, now).approve(by, now);
    }

    /** Publishes the open edition, which replaces the public one. In another year it is no highlight. */
    public void publish(RequiredReviews required, long by, Instant now) {
        var next = make(Transition.PUBLISH, required, by, now);
        var before = edition(Edition::isLive);
        next.publish(by, now);
        if (before != null) {
            before.supersede();
            if (!next.followsPublished(before)) {
                highlight = null;
            }
        }
    }

    /** The number of approvals that the open edition needs; 0 if none is open. */
    public int needs(RequiredReviews required) {
        var open = edition(Edition::isOpen);
        return open == null ? 0 : required.of(open.correcting());
    }

    /**
     * Withdraws the public edition; its address then says so, and it is no highlight.
     *
     * @param reason for staff, never shown to the public
     * @param farewell the text that the public reads instead; null to say only that it was withdrawn
     */
    public void withdraw(String reason, @Nullable String farewell, long by, Instant now) {
        make(Transition.WITHDRAW, RequiredReviews.NONE, by, now).withdraw(reason, farewell, by, now);
        highlight = null;
    }

    /** Its place among the {@link Highlights} of its year, from 1; 0 if it is none of them. */
    int highlight() {
        return highlight == null ? 0 : highlight;
    }

    /** Gives it a place among the highlights, from 1, or none by 0. */
    void highlight(int place) {
        highlight = place == 0 ? null : place;
    }

    boolean isPublic() {
        return edition(Edition::isLive) != null;
    }

    private void changed(long by, Instant now) {
        changed = now;
        changedBy = by;
    }

    /** Checks and notes the transition that a user makes now; gives the edition of which it is made. */
    private Edition make(Transition transition, RequiredReviews required, long by, Instant now) {
        var fit = edition(edition -> transition.isFrom(edition.state()));
        var edition = fit == null ? edition(Edition::isOpen) : fit;
        if (edition == null) {
            throw transition.refused();
        }
        transition.refuse(edition, required, by);
        changed(by, now);
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

    /** The time of the last change; null for a seeded entry. */
    @Nullable
    Instant changed() {
        return changed;
    }

    /** The account of the last change. */
    @Nullable
    Long changedBy() {
        return changedBy;
    }

    /** The entry as staff read it. */
    public EditorialEntry asWritten() {
        return new EditorialEntry(
                id(),
                version(),
                changed,
                changedBy,
                highlight != null,
                editions.stream().map(Edition::asWritten).toList());
    }
}
