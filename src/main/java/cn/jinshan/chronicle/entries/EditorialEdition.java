package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of an entry as staff read it, whatever its state.
 *
 * @param correcting whether its chronicle published an earlier one, so that it needs the reviews of a correction
 * @param opened whether the public sees its chronicle
 * @param closed whether its chronicle takes only corrections
 * @param wording the date as it was typed
 * @param date what is understood of that; null while it is not
 * @param authors the accounts of everyone who wrote in it
 * @param publishedBy the account that published it; null for what the seed did
 * @param reason why it was withdrawn, for staff
 * @param farewell what the public reads in its place since it was withdrawn, if anything
 * @param lacks what it still needs before the public may see it
 */
public record EditorialEdition(
        int number,
        EditionState state,
        boolean correcting,
        PublishedChronicle chronicle,
        boolean opened,
        boolean closed,
        PublishedSection section,
        int position,
        String title,
        String wording,
        @Nullable EventDate date,
        String body,
        String easyRead,
        @Nullable String correction,
        List<PublishedSubject> subjects,
        Set<Long> authors,
        Reviewing reviewing,
        @Nullable Instant published,
        @Nullable Long publishedBy,
        @Nullable Instant withdrawn,
        @Nullable Long withdrawnBy,
        @Nullable String reason,
        @Nullable String farewell,
        Set<Lack> lacks) {

    /** Whether it is on its way to the public: a draft, or submitted. */
    public boolean isOpen() {
        return state == EditionState.DRAFT || isSubmitted();
    }

    public boolean isSubmitted() {
        return state == EditionState.SUBMITTED;
    }

    /** Whether what is now written on it corrects what its chronicle published: itself, or an edition before. */
    public boolean nextCorrects() {
        return correcting || published != null;
    }

    /** Whether its chronicle was closed before it was ever published, so that it never can be. */
    public boolean isShutOut() {
        return isOpen() && closed && !correcting;
    }

    /** How far it has come, where these reviews are required. */
    public EditionStatus standing(RequiredReviews required) {
        return EditionStatus.of(state, reviewing.returned(), reviewing.approvals(), required.of(correcting));
    }
}
