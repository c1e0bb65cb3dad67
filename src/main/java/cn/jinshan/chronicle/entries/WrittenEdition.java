package cn.jinshan.chronicle.entries;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of an entry as staff read it, whatever its state.
 *
 * @param closed whether its chronicle takes only corrections
 * @param wording the date as it was typed
 * @param date what is understood of that; null while it is not
 * @param authors the accounts of everyone who wrote in it
 * @param reason why it was withdrawn, for staff
 * @param farewell what the public reads in its place since it was withdrawn, if anything
 * @param lacks what it still needs before the public may see it
 */
public record WrittenEdition(
        int number,
        State state,
        PublishedChronicle chronicle,
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
        @Nullable Instant published,
        @Nullable Instant withdrawn,
        @Nullable String reason,
        @Nullable String farewell,
        Set<Lack> lacks) {}
