package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.jinshan.chronicle.dates.EventDate;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Instant NOW = Instant.parse("2024-08-28T00:00:00Z");
    private static final long AUTHOR = 7;

    private final Chronicle chronicle = new Chronicle(2023, "2023年大事记", "", null);
    private final Section meetings = new Section(chronicle, "meetings", "重要会议活动", 2, Tone.BLUE);
    private final Entry entry = new Entry(null);

    @Test
    void aNewEntryIsNotPublic() {
        assertNotPublic();
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
    }

    @Test
    void aDraftIsNotPublic() {
        draft();

        assertNotPublic();
    }

    @Test
    void aDraftIsPublished() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertPublic();
    }

    @Test
    void whatIsPublishedIsNotPublishedAgain() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        assertPublic();
    }

    @Test
    void writingAgainChangesTheOpenDraft() {
        entry.write(meetings, 1, content("", null, "", null), AUTHOR, NOW);
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));

        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        assertPublic();
    }

    @Test
    void whatIsDiscardedIsNotPublished() {
        draft();
        entry.discard(AUTHOR, NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        assertThatIllegalStateException().isThrownBy(() -> entry.discard(AUTHOR, NOW));
    }

    @Test
    void onlyADraftIsDiscarded() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.discard(AUTHOR, NOW));
        assertPublic();
    }

    @Test
    void anOldEditionIsWrittenOnFromWhereNoneIsOpen() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.withdraw("", null, AUTHOR, NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.draftFrom(2, AUTHOR, NOW));
        entry.draftFrom(1, AUTHOR, NOW);
        assertThatIllegalStateException().isThrownBy(() -> entry.draftFrom(1, AUTHOR, NOW));

        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        assertPublic();
    }

    @Test
    void thePublicKeepsTheOldEditionWhileTheNextIsADraft() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        draft();

        assertPublic();
    }

    @Test
    void theNextEditionTakesThePlaceOfTheLast() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.withdraw("", null, AUTHOR, NOW);

        assertNotPublic();
    }

    @Test
    void whatIsWithdrawnIsPublicNoMore() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.withdraw("照片未经本人同意", null, AUTHOR, NOW);

        assertNotPublic();
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
    }

    @Test
    void whatIsWithdrawnMayBeWrittenAndPublishedAnew() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.withdraw("", null, AUTHOR, NOW);
        draft();
        assertNotPublic();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertPublic();
    }

    @Test
    void aDraftOutlivesTheWithdrawalOfWhatIsPublic() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        draft();
        entry.withdraw("", null, AUTHOR, NOW);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertPublic();
    }

    @Test
    void anIncompleteEditionIsKeptAsADraftAndNotPublished() {
        var date = EventDate.of("5月18日", "2023-05-18", 2023);
        for (var incomplete : List.of(
                content("", date, "正文", null),
                content(" ", date, "正文", null),
                content("标题", date, "", null),
                content("标题", date, " \n", null),
                content("标题", null, "正文", null))) {
            var entry = new Entry(null);
            entry.write(meetings, 1, incomplete, AUTHOR, NOW);

            assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
            assertThatIllegalStateException().isThrownBy(() -> entry.withdraw("", null, AUTHOR, NOW));
            assertThatCode(() -> entry.discard(AUTHOR, NOW))
                    .as("the draft is there")
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anIncompleteNextEditionLeavesTheLastOnePublic() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.write(meetings, 1, content("", null, "", null), AUTHOR, NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        assertPublic();
    }

    @Test
    void anUndatedSourceIsNoReasonNotToPublish() {
        entry.write(meetings, 1, content("标题", EventDate.of("", "2023", 2023), "正文", null), AUTHOR, NOW);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);

        assertPublic();
    }

    @Test
    void theDateIsOfTheChroniclesYear() {
        var date = EventDate.of("5月18日", "2024-05-18", 2024);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.write(meetings, 1, content("标题", date, "正文", null), AUTHOR, NOW));
    }

    @Test
    void theDateIsUnderstoodFromTheWordingBesideIt() {
        var date = EventDate.of("5月18日", "2023-05-18", 2023);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Content("标题", "5月19日", date, "正文", "", "", null, List.of()));
    }

    @Test
    void aClosedChronicleTakesNoNewEntries() {
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(this::draft);
        assertThatIllegalStateException().isThrownBy(() -> draftCorrecting("人数应为100名。"));
    }

    @Test
    void aClosedChronicleTakesOnlyCorrectionsWithANote() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        chronicle.close(NOW);

        draft();
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        draftCorrecting(" ");
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        draftCorrecting("人数应为100名。");
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        assertPublic();
    }

    @Test
    void aDraftFromBeforeTheClosingDoesNotSlipIn() {
        draft();
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        assertNotPublic();
    }

    @Test
    void aNextEditionFromBeforeTheClosingNeedsANoteToo() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        draft();
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW));
        assertPublic();
    }

    @Test
    void aCorrectionFromBeforeTheClosingIsPublished() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        draftCorrecting("人数应为100名。");
        chronicle.close(NOW);

        assertThatCode(() -> entry.publish(RequiredReviews.NONE, AUTHOR, NOW)).doesNotThrowAnyException();
    }

    @Test
    void whatAClosedChronicleHasMayBeWithdrawn() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        chronicle.close(NOW);
        entry.withdraw("", null, AUTHOR, NOW);

        assertNotPublic();
    }

    @Test
    void anEntryOfAnotherYearDoesNotMoveIntoAClosedChronicle() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        var closed = new Chronicle(2022, "2022年大事记", "", null);
        closed.close(NOW);
        var visits = new Section(closed, "visits", "走访调研", 1, Tone.GREEN);
        var moved = content("标题", EventDate.of("5月", "2022-05", 2022), "正文", "应在2022年。");

        assertThatIllegalStateException().isThrownBy(() -> entry.write(visits, 1, moved, AUTHOR, NOW));
    }

    @Test
    void reviewersAreDifferentPeopleAndNoneOfTheAuthors() {
        var two = new RequiredReviews(2, 1);
        draft();
        assertRefused("notSubmitted", () -> entry.approve(two, 5, NOW));
        entry.submit(AUTHOR, NOW);
        assertRefused("ownWork", () -> entry.approve(two, AUTHOR, NOW));
        assertRefused("ownWork", () -> entry.returnToEditor("理由", AUTHOR, NOW));
        entry.approve(two, 5, NOW);
        assertRefused("approvedByYou", () -> entry.approve(two, 5, NOW));
        assertRefused("approvalsMissing", () -> entry.publish(two, 5, NOW));
        entry.approve(two, 6, NOW);
        assertRefused("approvedEnough", () -> entry.approve(two, 8, NOW));
        assertRefused("approvedEnough", () -> entry.approve(two, 5, NOW));
        entry.publish(two, 5, NOW);
        assertPublic();
    }

    @Test
    void takingBackAndReturningVoidTheApprovals() {
        var one = new RequiredReviews(1, 1);
        draft();
        entry.submit(AUTHOR, NOW);
        entry.approve(one, 5, NOW);
        assertRefused("notYours", () -> entry.takeBack(6, NOW));
        entry.takeBack(AUTHOR, NOW);
        assertRefused("reviewFirst", () -> entry.publish(one, 5, NOW));
        entry.submit(AUTHOR, NOW);
        assertRefused("approvalsMissing", () -> entry.publish(one, 5, NOW));
        entry.approve(one, 5, NOW);
        entry.returnToEditor("理由", 6, NOW);
        entry.submit(AUTHOR, NOW);
        assertRefused("approvalsMissing", () -> entry.publish(one, 5, NOW));
    }

    @Test
    void whoWroteWhatIsPutBackIsAmongItsAuthors() {
        draft();
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        entry.draftFrom(1, 8, NOW);
        entry.submit(8, NOW);

        assertRefused("ownWork", () -> entry.approve(new RequiredReviews(1, 1), AUTHOR, NOW));
    }

    @Test
    void whatAClosedChronicleNoLongerTakesIsNotApprovedEither() {
        draft();
        entry.submit(AUTHOR, NOW);
        chronicle.close(NOW);

        assertRefused("closed", () -> entry.approve(new RequiredReviews(1, 1), 5, NOW));
    }

    private static void assertRefused(String reason, ThrowingCallable change) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(change).withMessage("refused." + reason);
    }

    @Test
    void aChronicleIsOpenedOnceAndClosedOnce() {
        chronicle.open(NOW);
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(() -> chronicle.open(NOW));
        assertThatIllegalStateException().isThrownBy(() -> chronicle.close(NOW));
    }

    @Test
    void chroniclesSectionsAndSubjectsAreMadeWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Chronicle(1899, "大事记", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Chronicle(3000, "大事记", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Chronicle(2023, " ", "", null));
        for (var slug : List.of("", "Visits", "1st", "-x", "a b", "走访", "a".repeat(61))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Section(chronicle, slug, "走访调研", 1, Tone.GREEN));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Section(chronicle, "visits", "", 1, Tone.GREEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section(chronicle, "visits", "走访", 0, Tone.GREEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(Subject.Kind.PERSON, " "));
    }

    private void draft() {
        entry.write(meetings, 1, content("标题", EventDate.of("5月18日", "2023-05-18", 2023), "正文", null), AUTHOR, NOW);
    }

    private void draftCorrecting(String note) {
        entry.write(meetings, 1, content("标题", EventDate.of("5月18日", "2023-05-18", 2023), "正文", note), AUTHOR, NOW);
    }

    private static Content content(String title, @Nullable EventDate date, String body, @Nullable String correction) {
        return new Content(title, date == null ? "不久前" : date.wording(), date, body, "", "", correction, List.of());
    }

    /** Only what is public can be withdrawn. */
    private void assertPublic() {
        assertThatCode(() -> entry.withdraw("", null, AUTHOR, NOW)).doesNotThrowAnyException();
    }

    private void assertNotPublic() {
        assertThatIllegalStateException().isThrownBy(() -> entry.withdraw("", null, AUTHOR, NOW));
    }
}
