package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Edition of an entry, as staff see it, whatever its state.
 *
 * @param opened whether the public sees its chronicle
 * @param wording the date as it was typed
 * @param date what is understood of that; null while it is not
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
        String easyTitle,
        String easyRead,
        @Nullable String correction,
        List<PublishedSubject> subjects,
        Set<Long> authors,
        ReviewProgress reviewing,
        @Nullable Instant published,
        @Nullable Long publishedBy,
        @Nullable Instant withdrawn,
        @Nullable Long withdrawnBy,
        @Nullable String reason,
        @Nullable String farewell,
        Set<Lack> lacks)
        implements EditionFacts {

    /** Whether it is a correction: its chronicle published this edition, or one before it. */
    public boolean nextCorrects() {
        return correcting || published != null;
    }

    /** How far it has come, where these reviews are required. */
    public EditionStatus standing(RequiredReviews required) {
        return EditionStatus.of(state, reviewing.returned(), reviewing.approvals(), required.of(correcting));
    }

    /** All words that the public is to read of it, and of the subjects that it names. */
    public String text() {
        return String.join(
                "\n\n",
                title,
                wording,
                body,
                easyTitle,
                easyRead,
                Objects.requireNonNullElse(correction, ""),
                subjects.stream()
                        .flatMap(about -> Stream.of(about.name(), Objects.requireNonNullElse(about.reading(), "")))
                        .collect(joining("\n\n")));
    }
}
