package cn.jinshan.chronicle.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Line of the journal in the reader's language.
 *
 * @param who the person who did it; null if nobody was signed in
 * @param thing the thing it was done to; empty for none
 * @param name what the thing is called now; null for none
 * @param gone what became of the thing; null while it is there
 * @param page the address of the thing; null if it has none
 * @param note empty for none
 * @param written whether a person wrote the note, not the application
 * @param address the network address; empty for none
 */
record JournalRow(
        Instant when,
        @Nullable String who,
        String did,
        String thing,
        @Nullable String name,
        @Nullable String gone,
        @Nullable String page,
        String note,
        boolean written,
        String address) {}
