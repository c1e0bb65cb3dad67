package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.EditionState.DRAFT;
import static cn.jinshan.chronicle.entries.EditionState.PUBLISHED;
import static cn.jinshan.chronicle.entries.EditionState.SUBMITTED;
import static cn.jinshan.chronicle.entries.EditionState.SUPERSEDED;
import static cn.jinshan.chronicle.entries.EditionState.WITHDRAWN;
import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** Change of the state of an edition: says who may make it, from which states, and how to see that it was made. */
public enum Transition {
    /** Submits a draft for review (提交审核). */
    SUBMIT("submission", "entry.submitted", "noDraft", DRAFT) {
        @Override
        void guard(Attempt attempt) {
            refuseIf(attempt.incomplete(), "incomplete");
        }
    },

    /** Turns a submitted edition into a draft again and voids its approvals (撤回). */
    TAKE_BACK("taking-back", "entry.taken-back", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            var submittedBy = attempt.edition().reviewing().submittedBy();
            refuseIf(!attempt.isByAuthor() && !Objects.equals(submittedBy, attempt.by()), "notYours");
        }
    },

    /** Returns a submitted edition for changes, as a draft (退回修改). */
    RETURN("return", "entry.returned", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            refuseIf(attempt.isByAuthor(), "ownWork");
        }
    },

    /** Gives one of the required approvals (审核通过). */
    APPROVE("approval", "entry.approved", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            var reviewing = attempt.edition().reviewing();
            refuseIf(attempt.isByAuthor(), "ownWork");
            refuseIf(reviewing.approvals() >= attempt.needed(), "approvedEnough");
            refuseIf(reviewing.isApprovedBy(attempt.by()), "approvedByYou");
        }
    },

    /** Publishes an edition (发布). */
    PUBLISH("publication", "entry.published", "noDraft", DRAFT, SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            int needed = attempt.needed();
            int approvals = attempt.edition().reviewing().approvals();
            refuseIf(attempt.incomplete(), "incomplete");
            refuseIf(attempt.edition().isDraft() && needed > 0, "reviewFirst", needed);
            refuseIf(needed > 0 && !attempt.reviewer(), "reviewerPublishes");
            refuseIf(approvals < needed, "approvalsMissing", approvals, needed);
        }
    },

    /** Withdraws the public edition (撤下). */
    WITHDRAW("withdrawal", "entry.withdrawn", "notPublic", PUBLISHED) {
        @Override
        public EditorialEdition about(EditorialEntry entry) {
            var base = entry.base();
            return entry.published().or(() -> entry.before(base)).orElse(base);
        }
    },

    /** Opens a draft with the content of an earlier edition, which a number names. */
    DRAFT_FROM("draft-from", "entry.drafted", "draftOpen", PUBLISHED, SUPERSEDED, WITHDRAWN),

    /** Discards a draft (放弃). */
    DISCARD("discarding", "entry.discarded", "noDraft", DRAFT);

    private static final Set<Transition> OF_REVIEWERS = Set.of(RETURN, APPROVE, WITHDRAW);
    private static final Set<Transition> TOWARDS_THE_PUBLIC = Set.of(SUBMIT, APPROVE, PUBLISH);

    private final String path;
    private final String verb;
    private final String unfit;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<EditionState> from;

    Transition(String path, String verb, String unfit, EditionState... from) {
        this.path = path;
        this.verb = verb;
        this.unfit = unfit;
        this.from = Set.of(from);
    }

    /** The transition that an address names, such as {@code /admin/entries/7/draft-from/1}. */
    public static Transition at(String address) {
        var parts = List.of(address.split("/"));
        return Stream.of(values())
                .filter(transition -> parts.contains(transition.path))
                .findFirst()
                .orElseThrow();
    }

    /** The last part of its address, after the entry; its messages have the same name. */
    public String path() {
        return path;
    }

    /** The verb of its journal line, such as {@code entry.submitted}. */
    public String journalled() {
        return verb;
    }

    /** Whether only reviewers may make it. Where reviews are required, only they may publish, too. */
    public boolean isForReviewers() {
        return OF_REVIEWERS.contains(this);
    }

    /** Whether the public reads something else after it. */
    public boolean isPublic() {
        return this == PUBLISH || this == WITHDRAW;
    }

    /** The message for a missing reason; null if it needs none. */
    public @Nullable String reasonMissing() {
        return this == RETURN ? "mistake.return" : this == WITHDRAW ? "mistake.reason" : null;
    }

    /** Whether it can be made from this state. */
    boolean isFrom(EditionState state) {
        return from.contains(state);
    }

    /** The refusal when no edition fits. */
    RefusedException refused() {
        return new RefusedException(unfit);
    }

    /** Refuses it to a user who may not make it of an edition; the role of the user is not checked. */
    void refuse(Edition edition, RequiredReviews required, long by) {
        boolean correcting = edition.correcting();
        boolean incomplete = !edition.lacks(correcting).isEmpty();
        refuse(new Attempt(edition, incomplete, required.of(correcting), by, true));
    }

    /**
     * The reason why a user may not make it of an edition, if there is one. Lacks of the edition are left out, because
     * pages name them separately; so are transitions of editions that are not open.
     */
    public Optional<MessageSourceResolvable> refusal(
            EditorialEdition edition, RequiredReviews required, long by, boolean reviewer) {
        try {
            if (isFrom(DRAFT) || isFrom(SUBMITTED)) {
                refuse(new Attempt(edition, false, required.of(edition.correcting()), by, reviewer));
            }
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.reason());
        }
    }

    private void refuse(Attempt attempt) {
        var edition = attempt.edition();
        refuseIf(TOWARDS_THE_PUBLIC.contains(this) && edition.isShutOut(), "closed");
        refuseIf(!isFrom(edition.state()), isFrom(DRAFT) && edition.isSubmitted() ? "submitted" : unfit);
        guard(attempt);
    }

    /** The edition of an entry that the transition is about. */
    public EditorialEdition about(EditorialEntry entry) {
        return entry.base();
    }

    /** Whether this user has made it already, of the edition of a number if one is named: the entry is as wanted. */
    public boolean isDone(EditorialEntry entry, int number, long by) {
        return Objects.equals(entry.changedBy(), by) && isMade(entry, number, by);
    }

    private boolean isMade(EditorialEntry entry, int number, long by) {
        return switch (this) {
            case SUBMIT ->
                entry.open()
                        .filter(EditionFacts::isSubmitted)
                        .filter(edition -> Objects.equals(edition.reviewing().submittedBy(), by))
                        .isPresent();
            case TAKE_BACK ->
                entry.draft().filter(draft -> draft.reviewing().isTakenBack()).isPresent();
            case RETURN ->
                entry.draft().filter(draft -> draft.reviewing().returned()).isPresent();
            case APPROVE -> entry.base().reviewing().isApprovedBy(by);
            case PUBLISH -> entry.open().isEmpty() && entry.published().isPresent();
            case WITHDRAW -> about(entry).state() == WITHDRAWN;
            case DRAFT_FROM ->
                entry.draft().filter(draft -> draft.number() > number).isPresent();
            case DISCARD -> entry.open().isEmpty();
        };
    }

    void guard(Attempt attempt) {}

    /** Attempt of a user to make a transition of an edition, which may lack something, and needs approvals. */
    record Attempt(EditionFacts edition, boolean incomplete, int needed, long by, boolean reviewer) {

        boolean isByAuthor() {
            return edition.authors().contains(by);
        }
    }
}
