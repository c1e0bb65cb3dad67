package cn.jinshan.chronicle.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal in the reader's words.
 *
 * @param who the person; null: nobody was signed in
 * @param thing empty for none
 * @param whom the person whose account the thing is; null: it is none
 * @param page the address of the thing; null: it has none
 * @param note empty for none
 * @param written whether the note holds what somebody wrote
 * @param address of the network; empty for none
 */
record JournalRow(
        Instant when,
        @Nullable String who,
        String did,
        String thing,
        @Nullable String whom,
        @Nullable String page,
        String note,
        boolean written,
        String address) {}
