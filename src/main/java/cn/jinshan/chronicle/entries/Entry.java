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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened (条目): a permanent address, and the lock on its editions. All that can be read is in the
 * editions; at most one of them is public, and at most one is open to be written.
 */
@Entity
public class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private @Nullable Instant erased;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<Edition> editions = new ArrayList<>();

    /** Its permanent address, never reused; null until it is first saved. */
    public @Nullable Long id() {
        return id;
    }

    /**
     * Opens the next edition, a draft; the public keeps the present one meanwhile.
     *
     * @param position its place in the section, from 1
     * @throws IllegalStateException if another edition is open already, or the chronicle is closed and this is a new
     *     entry or has no public note of what it corrects
     */
    public void draft(Section section, int position, Content content) {
        if (edition(Edition::isDraft) != null) {
            throw new IllegalStateException("Another edition of entry " + id + " is open");
        }
        var draft = new Edition(this, editions.size() + 1, section, position, content);
        refuseIntoClosed(draft);
        editions.add(draft);
    }

    /**
     * Publishes the open edition, which takes the place of the one that was public.
     *
     * @throws IllegalStateException if none is open, or it lacks its title, text or date, or the chronicle was closed
     *     meanwhile and it is no correction
     */
    public void publish(Instant now) {
        var draft = edition(Edition::isDraft);
        if (draft == null) {
            throw new IllegalStateException("Entry " + id + " has no draft to publish");
        }
        refuseIntoClosed(draft);
        var before = edition(Edition::isLive);
        draft.publish(now);
        if (before != null) {
            before.supersede();
        }
    }

    /**
     * Takes the public edition down; the address answers that it was.
     *
     * @param reason for staff, never shown to the public
     * @throws IllegalStateException if the public sees none
     */
    public void withdraw(String reason, Instant now) {
        var live = edition(Edition::isLive);
        if (live == null) {
            throw new IllegalStateException("Entry " + id + " is not public");
        }
        live.withdraw(reason, now);
    }

    private void refuseIntoClosed(Edition draft) {
        if (draft.isOfClosedChronicle() && editions.stream().noneMatch(draft::corrects)) {
            throw new IllegalStateException("A closed chronicle takes only corrections, with a note, of what it has");
        }
    }

    private @Nullable Edition edition(Predicate<Edition> condition) {
        return editions.stream().filter(condition).findFirst().orElse(null);
    }
}
