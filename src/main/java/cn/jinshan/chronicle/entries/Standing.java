package cn.jinshan.chronicle.entries;

/**
 * How far an edition has come on its way to the public.
 *
 * @param approvals that it was given since it was last submitted
 * @param needed how many it has to be given
 */
public record Standing(Stage stage, int approvals, int needed) {

    static Standing of(State state, boolean returned, int approvals, int needed) {
        var stage = switch (state) {
            case DRAFT -> returned ? Stage.RETURNED : Stage.DRAFT;
            case SUBMITTED -> approvals < needed ? Stage.SUBMITTED : Stage.APPROVED;
            case PUBLISHED -> Stage.PUBLISHED;
            case WITHDRAWN -> Stage.WITHDRAWN;
            case SUPERSEDED -> Stage.SUPERSEDED;
        };
        return new Standing(stage, approvals, needed);
    }

    /** Whether it is a draft, or submitted. */
    public boolean isOpen() {
        return switch (stage) {
            case DRAFT, RETURNED, SUBMITTED, APPROVED -> true;
            case PUBLISHED, WITHDRAWN, SUPERSEDED -> false;
        };
    }

    /** Whether it has been given all approvals, or needs none. */
    public boolean isApproved() {
        return approvals >= needed;
    }

    /** The name of one of its reviews, from 1; those that it was given beyond what is needed are among them. */
    public ReviewStep step(int number) {
        return ReviewStep.of(number, Math.max(approvals, needed));
    }
}
