package cn.jinshan.chronicle.entries;

/** Progress of an edition towards publication: its stage, and the approvals that it has and needs. */
public record EditionStatus(ReviewStage stage, int approvals, int needed) {

    static EditionStatus of(EditionState state, boolean returned, int approvals, int needed) {
        var stage = switch (state) {
            case DRAFT -> returned ? ReviewStage.RETURNED : ReviewStage.DRAFT;
            case SUBMITTED -> approvals < needed ? ReviewStage.SUBMITTED : ReviewStage.APPROVED;
            case PUBLISHED -> ReviewStage.PUBLISHED;
            case WITHDRAWN -> ReviewStage.WITHDRAWN;
            case SUPERSEDED -> ReviewStage.SUPERSEDED;
        };
        return new EditionStatus(stage, approvals, needed);
    }

    /** Whether it is a draft, or submitted. */
    public boolean isOpen() {
        return stage.isOpen();
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
