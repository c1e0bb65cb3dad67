package cn.jinshan.chronicle.entries;

import java.util.Set;

/** Facts about an edition that decide which {@link Transition} it may make. */
public interface EditionFacts {

    EditionState state();

    /** Whether its chronicle published an earlier edition, so that it needs the reviews of a correction. */
    boolean correcting();

    /** Whether its chronicle takes only corrections. */
    boolean closed();

    /** The accounts of all who wrote in it. */
    Set<Long> authors();

    ReviewProgress reviewing();

    default boolean isDraft() {
        return state() == EditionState.DRAFT;
    }

    default boolean isSubmitted() {
        return state() == EditionState.SUBMITTED;
    }

    /** Whether it may still become public: a draft, or submitted. */
    default boolean isOpen() {
        return isDraft() || isSubmitted();
    }

    /** Whether its chronicle was closed before publishing the entry, so that it can never be published. */
    default boolean isShutOut() {
        return isOpen() && closed() && !correcting();
    }
}
