package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.EditionState.DRAFT;
import static cn.jinshan.chronicle.entries.EditionState.PUBLISHED;
import static cn.jinshan.chronicle.entries.EditionState.SUBMITTED;
import static cn.jinshan.chronicle.entries.EditionState.SUPERSEDED;
import static cn.jinshan.chronicle.entries.EditionState.WITHDRAWN;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** Change of the state of an edition. Says who may make it, from which states, and how it shows that it was made. */
public enum Transition {
    /** Asks reviewers to look at a draft (提交审核). */
    SUBMIT("submission", "entry.submitted", "noDraft", DRAFT) {
        @Override
        void guard(Attempt attempt) {
            refuseIf(attempt.incomplete(), "incomplete");
        }

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.open()
                    .filter(EditionFacts::isSubmitted)
                    .filter(edition -> Objects.equals(edition.reviewing().submittedBy(), by))
                    .isPresent();
        }
    },

    /** Makes what was submitted a draft again and voids its approvals (撤回). */
    TAKE_BACK("taking-back", "entry.taken-back", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            var submittedBy = attempt.edition().reviewing().submittedBy();
            refuseIf(!attempt.isByAuthor() && !Objects.equals(submittedBy, attempt.by()), "notYours");
        }

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.draft()
                    .filter(draft -> draft.reviewing().isTakenBack())
                    .isPresent();
        }
    },

    /** Makes what was submitted a draft again, because something has to be changed (退回修改). */
    RETURN("return", "entry.returned", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            refuseIf(attempt.isByAuthor(), "ownWork");
        }

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.draft().filter(draft -> draft.reviewing().returned()).isPresent();
        }
    },

    /** Gives one of the approvals required (审核通过). */
    APPROVE("approval", "entry.approved", "notSubmitted", SUBMITTED) {
        @Override
        void guard(Attempt attempt) {
            var reviewing = attempt.edition().reviewing();
            refuseIf(attempt.isByAuthor(), "ownWork");
            refuseIf(reviewing.approvals() >= attempt.needed(), "approvedEnough");
            refuseIf(reviewing.isApprovedBy(attempt.by()), "approvedByYou");
        }

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.base().reviewing().isApprovedBy(by);
        }
    },

    /** Shows an edition to the public (发布). */
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

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.open().isEmpty() && entry.published().isPresent();
        }
    },

    /** Takes down what the public sees (撤下). */
    WITHDRAW("withdrawal", "entry.withdrawn", "notPublic", PUBLISHED) {
        @Override
        public EditorialEdition about(EditorialEntry entry) {
            var base = entry.base();
            return entry.published().or(() -> entry.before(base)).orElse(base);
        }

        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return about(entry).state() == WITHDRAWN;
        }
    },

    /** Opens a draft with what an earlier edition says, which is named by its number. */
    DRAFT_FROM("draft-from", "entry.drafted", "draftOpen", PUBLISHED, SUPERSEDED, WITHDRAWN) {
        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.draft().filter(draft -> draft.number() > number).isPresent();
        }
    },

    /** Throws a draft away (放弃). */
    DISCARD("discarding", "entry.discarded", "noDraft", DRAFT) {
        @Override
        boolean isMade(EditorialEntry entry, int number, long by) {
            return entry.open().isEmpty();
        }
    };

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

    /** The one that an address names, such as {@code /admin/entries/7/draft-from/1}. */
    public static Transition at(String address) {
        var parts = List.of(address.split("/"));
        return Stream.of(values())
                .filter(transition -> parts.contains(transition.path))
                .findFirst()
                .orElseThrow();
    }

    /** The part of its address after that of the entry; also what its messages are named by. */
    public String path() {
        return path;
    }

    /** What is written into the journal once it is made: a verb such as {@code entry.submitted}. */
    public String journalled() {
        return verb;
    }

    /** Whether only reviewers may. Where reviews are required they alone publish, too. */
    public boolean isForReviewers() {
        return OF_REVIEWERS.contains(this);
    }

    /** The message that a reason is missing where it needs one, else null. */
    public @Nullable String reasonMissing() {
        return this == RETURN ? "mistake.return" : this == WITHDRAW ? "mistake.reason" : null;
    }

    /** Whether it can be made of an edition in this state. */
    boolean isFrom(EditionState state) {
        return from.contains(state);
    }

    /** That there is no edition of which it could be made. */
    RefusedException refused() {
        return new RefusedException(unfit);
    }

    /** Refuses it to whoever may not make it of an edition; whether they are reviewers is not asked. */
    void refuse(Edition edition, RequiredReviews required, long by) {
        boolean correcting = edition.correcting();
        boolean incomplete = !edition.lacks(correcting).isEmpty();
        refuse(new Attempt(edition, incomplete, required.of(correcting), by, true));
    }

    /**
     * Why it is not for somebody to make of an edition as that stands, if so. What the edition lacks is left out, which
     * pages name by themselves, and so is whatever is made of an edition that is not open.
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

    /** The edition of an entry that it is about. */
    public EditorialEdition about(EditorialEntry entry) {
        return entry.base();
    }

    /**
     * Whether an entry is already as somebody wanted it, by their own hand.
     *
     * @param number of the edition that a draft was to be made from
     */
    public boolean isDone(EditorialEntry entry, int number, long by) {
        return Objects.equals(entry.changedBy(), by) && isMade(entry, number, by);
    }

    abstract boolean isMade(EditorialEntry entry, int number, long by);

    void guard(Attempt attempt) {}

    private static void refuseIf(boolean holds, String reason, Object... details) {
        if (holds) {
            throw new RefusedException(reason, details);
        }
    }

    /**
     * Somebody who wants to change an edition.
     *
     * @param incomplete whether the edition lacks something
     * @param needed how many approvals it has to be given
     */
    record Attempt(EditionFacts edition, boolean incomplete, int needed, long by, boolean reviewer) {

        boolean isByAuthor() {
            return edition.authors().contains(by);
        }
    }
}
