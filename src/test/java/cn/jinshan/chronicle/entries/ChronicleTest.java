package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.entries.Subject.Kind;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of years, sections and subjects. */
class ChronicleTest {

    private static final Instant NOW = Instant.parse("2024-08-28T00:00:00Z");

    private final Chronicle chronicle = new Chronicle(2023, "2023年大事记", "", null);
    private final Section first = chronicle.add("meetings", "重要会议活动", "", Tone.BLUE);
    private final Section second = chronicle.add("visits", "走访调研", "", Tone.GREEN);
    private final Section third = chronicle.add("services", "温暖瞬间", "", Tone.RED);

    @Test
    void aYearIsOpenedAndClosedOnceInAnyOrder() {
        chronicle.close(NOW);
        chronicle.open(NOW);

        assertRefused("refused.openedBefore", () -> chronicle.open(NOW));
        assertRefused("refused.closedBefore", () -> chronicle.close(NOW));
    }

    @Test
    void aYearKnowsWhatWouldBeSaidOtherwise() {
        var source = new Source("上海金山", "大事记", null);

        assertThat(chronicle.differing("2023年大事记", "", null)).isEmpty();
        assertThat(chronicle.differing("别的", "前言", source)).containsExactly("title", "introduction", "source");
    }

    @Test
    void aYearHasATitle() {
        assertThatIllegalArgumentException().isThrownBy(() -> chronicle.describe(" ", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Chronicle(1899, "一八九九", "", null));
    }

    @Test
    void whatMovesTakesItsPlaceAndTheOthersMoveAlong() {
        chronicle.move(third, 1);
        assertThat(places()).containsExactly("1 services", "2 meetings", "3 visits");
        chronicle.move(third, 3);
        assertThat(places()).containsExactly("1 meetings", "2 visits", "3 services");
        chronicle.move(first, 99);
        assertThat(places()).containsExactly("1 visits", "2 services", "3 meetings");
        chronicle.remove(second, false);
        assertThat(places()).containsExactly("1 services", "2 meetings");
    }

    @Test
    void aClosedYearTakesNoNewSectionButMovesAndRenamesThoseItHas() {
        chronicle.close(NOW);

        assertRefused("refused.closedSections", () -> chronicle.add("new", "新栏目", "", Tone.GOLD));
        chronicle.move(third, 1);
        chronicle.describe(third, "服务", "", Tone.PLUM);
        chronicle.remove(second, false);
        assertThat(places()).containsExactly("1 services", "2 meetings");
        assertThat(third.differing("services", "服务", "", Tone.PLUM)).isEmpty();
        assertThat(third.differing("service", "别的", "Help", Tone.RED))
                .containsExactly("slug", "title", "english", "tone");
    }

    @Test
    void noTwoSectionsOfAYearHaveTheSameTitle() {
        assertRefused("refused.sectionTitleTaken", () -> chronicle.add("tours", third.title(), "", Tone.GOLD));
        assertRefused(
                "refused.sectionTitleTaken", () -> chronicle.add("tours", "“" + third.title() + "”", "", Tone.GOLD));
        assertRefused("refused.sectionTitleTaken", () -> chronicle.describe(first, third.title(), "", Tone.GOLD));

        chronicle.describe(third, third.title() + " ", "", Tone.PLUM);
        chronicle.describe(third, third.title(), "", Tone.TEAL);
        assertThat(places()).hasSize(3);
    }

    @Test
    void noTwoSectionsOfAYearHaveTheSameEnglishTitleButSeveralHaveNone() {
        chronicle.describe(first, first.title(), "Meetings", Tone.BLUE);

        assertRefused(
                "refused.sectionTitleEnTaken",
                () -> chronicle.describe(second, second.title(), "“Meetings”", Tone.GREEN));
        assertRefused("refused.sectionTitleEnTaken", () -> chronicle.add("tours", "参观", "Meetings", Tone.GOLD));

        chronicle.describe(first, first.title(), "Meetings ", Tone.BLUE);
        assertThat(first.titleEn()).isEqualTo("Meetings ");
        assertThat(second.titleEn()).isEmpty();
    }

    @Test
    void aSlugIsFixedAndASectionStaysOnceSomethingStandsInIt() {
        first.readdress("conferences", false);
        first.readdress("conferences", true);

        assertRefused("refused.slugFixed", () -> first.readdress("meetings", true));
        assertRefused("refused.sectionUsed", () -> chronicle.remove(first, true));
        assertThat(first.slug()).isEqualTo("conferences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Visits", "1st", "-a", "a b", "走访", "a_b"})
    void aSlugIsMadeOfLowerCaseLettersDigitsAndHyphens(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> first.readdress(slug, false));
        assertThatIllegalArgumentException().isThrownBy(() -> chronicle.add(slug, "栏目", "", Tone.GOLD));
        assertThatIllegalArgumentException().isThrownBy(() -> first.readdress("a".repeat(61), false));
    }

    @Test
    void aFormerNameIsRememberedUntilItIsForgottenOrPresentAgain() {
        var subject = new Subject(Kind.PERSON, "王晓名");
        subject.call(Kind.PERSON, "王晓明");
        subject.call(Kind.PERSON, "王小明");
        assertThat(subject.formerNames()).containsExactly(person("王晓名"), person("王晓明"));

        subject.call(Kind.PERSON, "王晓明");
        assertThat(subject.formerNames()).containsExactly(person("王晓名"), person("王小明"));
        subject.forget(person("王晓名"));
        assertThat(subject.formerNames()).containsExactly(person("王小明"));
        assertThatIllegalArgumentException().isThrownBy(() -> subject.call(Kind.PERSON, " "));
    }

    @Test
    void whatStaysTakesTheNoteOfTheOtherWhereItHasNoneAndTheReadingOnlyOfItsOwnName() {
        var stays = new Subject(Kind.PERSON, "仇英");
        var goes = new Subject(Kind.PERSON, "仇瑛");
        goes.describe("画家", true);
        goes.read("Chóu Yīng");
        stays.absorb(goes);
        assertThat(stays.note()).isEqualTo("画家");
        assertThat(stays.reading()).isNull();

        var namesake = new Subject(Kind.ORGANISATION, "仇英");
        namesake.read("Qiú Yīng");
        stays.absorb(namesake);
        assertThat(stays.reading()).isEqualTo("Qiú Yīng");

        var another = new Subject(Kind.PERSON, "仇莹");
        another.describe("教师", true);
        another.read("Qiú Yíng");
        stays.absorb(another);
        assertThat(stays.note()).isEqualTo("画家");
        assertThat(stays.reading()).isEqualTo("Qiú Yīng");
        assertThat(stays.formerNames())
                .containsExactly(person("仇瑛"), new Subject.Name(Kind.ORGANISATION, "仇英"), person("仇莹"));
    }

    @Test
    void whatIsMergedIsListedOnlyIfBothWere() {
        assertThat(merged(true, true).isListed()).isTrue();
        assertThat(merged(false, true).isListed()).isFalse();
        assertThat(merged(true, false).isListed()).isFalse();
    }

    private static Subject merged(boolean staysListed, boolean goesListed) {
        var stays = new Subject(Kind.PERSON, "留下的");
        stays.describe("", staysListed);
        var goes = new Subject(Kind.PERSON, "并入的");
        goes.describe("", goesListed);
        stays.absorb(goes);
        return stays;
    }

    private static Subject.Name person(String name) {
        return new Subject.Name(Kind.PERSON, name);
    }

    private List<String> places() {
        return chronicle.sections().stream()
                .map(section -> section.position() + " " + section.slug())
                .toList();
    }

    private static void assertRefused(String reason, ThrowableAssert.ThrowingCallable change) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(change).withMessage(reason);
    }
}
