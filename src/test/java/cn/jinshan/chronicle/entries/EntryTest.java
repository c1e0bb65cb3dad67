package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Instant NOW = Instant.parse("2024-08-28T00:00:00Z");

    private final Chronicle chronicle = new Chronicle(2023, "2023年大事记", "", null);
    private final Section meetings = new Section(chronicle, "meetings", "重要会议活动", 2, Tone.BLUE);
    private final Entry entry = new Entry();

    @Test
    void aNewEntryIsNotPublic() {
        assertNotPublic();
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
    }

    @Test
    void aDraftIsNotPublic() {
        draft();

        assertNotPublic();
    }

    @Test
    void aDraftIsPublished() {
        draft();
        entry.publish(NOW);

        assertPublic();
    }

    @Test
    void whatIsPublishedIsNotPublishedAgain() {
        draft();
        entry.publish(NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
        assertPublic();
    }

    @Test
    void aSecondDraftIsRefused() {
        draft();

        assertThatIllegalStateException().isThrownBy(this::draft);
    }

    @Test
    void thePublicKeepsTheOldEditionWhileTheNextIsADraft() {
        draft();
        entry.publish(NOW);
        draft();

        assertThatIllegalStateException().isThrownBy(this::draft);
        assertPublic();
    }

    @Test
    void theNextEditionTakesThePlaceOfTheLast() {
        draft();
        entry.publish(NOW);
        draft();
        entry.publish(NOW);
        entry.withdraw("", NOW);

        assertNotPublic();
    }

    @Test
    void whatIsWithdrawnIsPublicNoMore() {
        draft();
        entry.publish(NOW);
        entry.withdraw("照片未经本人同意", NOW);

        assertNotPublic();
        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
    }

    @Test
    void whatIsWithdrawnMayBeWrittenAndPublishedAnew() {
        draft();
        entry.publish(NOW);
        entry.withdraw("", NOW);
        draft();
        assertNotPublic();
        entry.publish(NOW);

        assertPublic();
    }

    @Test
    void aDraftOutlivesTheWithdrawalOfWhatIsPublic() {
        draft();
        entry.publish(NOW);
        draft();
        entry.withdraw("", NOW);
        entry.publish(NOW);

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
            var entry = new Entry();
            entry.draft(meetings, 1, incomplete);

            assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
            assertThatIllegalStateException().isThrownBy(() -> entry.withdraw("", NOW));
            assertThatIllegalStateException()
                    .as("the draft is gone")
                    .isThrownBy(() -> entry.draft(meetings, 1, incomplete));
        }
    }

    @Test
    void anIncompleteNextEditionLeavesTheLastOnePublic() {
        draft();
        entry.publish(NOW);
        entry.draft(meetings, 1, content("", null, "", null));

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
        assertPublic();
    }

    @Test
    void anUndatedSourceIsNoReasonNotToPublish() {
        entry.draft(meetings, 1, content("标题", EventDate.of("", "2023", 2023), "正文", null));
        entry.publish(NOW);

        assertPublic();
    }

    @Test
    void theDateIsOfTheChroniclesYear() {
        var date = EventDate.of("5月18日", "2024-05-18", 2024);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.draft(meetings, 1, content("标题", date, "正文", null)));
    }

    @Test
    void theDateIsUnderstoodFromTheWordingBesideIt() {
        var date = EventDate.of("5月18日", "2023-05-18", 2023);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Content("标题", "5月19日", date, "正文", "", null, List.of()));
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
        entry.publish(NOW);
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(this::draft);
        assertThatIllegalStateException().isThrownBy(() -> draftCorrecting(" "));
        draftCorrecting("人数应为100名。");
        entry.publish(NOW);
        assertPublic();
    }

    @Test
    void aDraftFromBeforeTheClosingDoesNotSlipIn() {
        draft();
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
        assertNotPublic();
    }

    @Test
    void aNextEditionFromBeforeTheClosingNeedsANoteToo() {
        draft();
        entry.publish(NOW);
        draft();
        chronicle.close(NOW);

        assertThatIllegalStateException().isThrownBy(() -> entry.publish(NOW));
        assertPublic();
    }

    @Test
    void aCorrectionFromBeforeTheClosingIsPublished() {
        draft();
        entry.publish(NOW);
        draftCorrecting("人数应为100名。");
        chronicle.close(NOW);

        assertThatCode(() -> entry.publish(NOW)).doesNotThrowAnyException();
    }

    @Test
    void whatAClosedChronicleHasMayBeWithdrawn() {
        draft();
        entry.publish(NOW);
        chronicle.close(NOW);
        entry.withdraw("", NOW);

        assertNotPublic();
    }

    @Test
    void anEntryOfAnotherYearDoesNotMoveIntoAClosedChronicle() {
        draft();
        entry.publish(NOW);
        var closed = new Chronicle(2022, "2022年大事记", "", null);
        closed.close(NOW);
        var visits = new Section(closed, "visits", "走访调研", 1, Tone.GREEN);
        var moved = content("标题", EventDate.of("5月", "2022-05", 2022), "正文", "应在2022年。");

        assertThatIllegalStateException().isThrownBy(() -> entry.draft(visits, 1, moved));
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
        entry.draft(meetings, 1, content("标题", EventDate.of("5月18日", "2023-05-18", 2023), "正文", null));
    }

    private void draftCorrecting(String note) {
        entry.draft(meetings, 1, content("标题", EventDate.of("5月18日", "2023-05-18", 2023), "正文", note));
    }

    private static Content content(String title, @Nullable EventDate date, String body, @Nullable String correction) {
        return new Content(title, date == null ? "不久前" : date.wording(), date, body, "", correction, List.of());
    }

    /** Only what is public can be withdrawn. */
    private void assertPublic() {
        assertThatCode(() -> entry.withdraw("", NOW)).doesNotThrowAnyException();
    }

    private void assertNotPublic() {
        assertThatIllegalStateException().isThrownBy(() -> entry.withdraw("", NOW));
    }
}
