package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.entries.TimelineFilter.Order;
import cn.jinshan.chronicle.entries.TimelineFilter.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineFilterTest {

    @Test
    void nothingAskedForIsEverythingOldestFirst() {
        var filter = asked("");

        assertThat(filter).isEqualTo(TimelineFilter.WHOLE);
        assertThat(filter.chooses()).isFalse();
        assertThat(filter.isBySections()).isFalse();
        assertThat(filter.isNewestFirst()).isFalse();
        assertThat(filter.page()).isOne();
        assertThat(filter.query()).isEmpty();
    }

    @Test
    void everyChoiceIsRead() {
        var filter = asked("section=visits&section=meetings&month=5&month=none&order=newest&page=2");

        assertThat(filter.sections()).containsExactly("meetings", "visits");
        assertThat(filter.months()).containsExactly(5, TimelineFilter.UNDATED);
        assertThat(filter.isNewestFirst()).isTrue();
        assertThat(filter.page()).isEqualTo(2);
        assertThat(filter.choosesSections()).isTrue();
        assertThat(filter.choosesMonths()).isTrue();
        assertThat(filter.chooses()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "section=visits, ?section=visits",
        "section=visits&section=meetings, ?section=meetings&section=visits",
        "section=visits&section=visits, ?section=visits",
        "section= visits , ?section=visits",
        "month=5, ?month=5",
        "month=05, ?month=5",
        "month=12&month=1, ?month=1&month=12",
        "month=none&month=5, ?month=5&month=none",
        "view=time, ''",
        "order=oldest, ''",
        "page=1, ''",
        "view=sections, ?view=sections",
        "order=newest, ?order=newest",
        "view=sections&order=newest, ?view=sections",
        "page=2&month=5&section=visits&order=newest, ?section=visits&month=5&order=newest&page=2"
    })
    void theAddressIsTheShortestThatSaysTheSame(String asked, String query) {
        assertThat(asked(asked).query()).isEqualTo(query);
    }

    @Property
    void theShortestAddressIsReadBack(@ForAll("filters") TimelineFilter filter) {
        var read = asked(filter.query().replaceFirst("^\\?", ""));

        assertThat(read).isEqualTo(filter.isBySections() ? withoutOrder(filter) : filter);
        assertThat(read.query()).isEqualTo(filter.query());
    }

    @ParameterizedTest
    @ValueSource(strings = {"section=", "month=", "month= ", "view=", "order=", "page=", "section=&month=&view=&page="})
    void anEmptyValueCountsAsAbsent(String asked) {
        assertThat(asked(asked)).isEqualTo(TimelineFilter.WHOLE);
    }

    @Test
    void anEmptyValueBesideAnotherCountsAsAbsent() {
        assertThat(asked("month=&month=5&page=&page=3").query()).isEqualTo("?month=5&page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=singlemessage&isappinstalled=0", "q=x", "Month=13", "lang=en", "months=99"})
    void unknownNamesAreIgnored(String asked) {
        assertThat(asked(asked)).isEqualTo(TimelineFilter.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=0",
                "month=13",
                "month=abc",
                "month=-1",
                "month=005",
                "month=1.0",
                "month=５",
                "month=NONE",
                "month=5&month=13",
                "view=z",
                "view=TIME",
                "view=SECTIONS",
                "order=z",
                "order=NEWEST",
                "order=desc",
                "page=0",
                "page=-1",
                "page=abc",
                "page=01",
                "page=1000000",
                "page=99999999999999999999"
            })
    void aValueThatNamesNothingIsNotPublic(String asked) {
        assertThatThrownBy(() -> asked(asked)).isInstanceOf(NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=time&view=z", "order=newest&order=z", "page=2&page=abc"})
    void aSecondValueThatNamesNothingIsNotPublicEither(String asked) {
        assertThatThrownBy(() -> asked(asked)).isInstanceOf(NotPublicException.class);
    }

    @Test
    void oneChoiceTakesThePlaceOfOthersOfItsKindAndKeepsTheRest() {
        var filter = asked("section=visits&section=meetings&month=5&month=none&order=newest");

        assertThat(filter.onlySection("services").query())
                .isEqualTo("?section=services&month=5&month=none&order=newest");
        assertThat(filter.onlyMonth(7).query()).isEqualTo("?section=meetings&section=visits&month=7&order=newest");
        assertThat(filter.onlyMonth(TimelineFilter.UNDATED).query())
                .isEqualTo("?section=meetings&section=visits&month=none&order=newest");
    }

    @Test
    void oneChoiceIsTakenBackAndTheRestKept() {
        var filter = asked("section=visits&section=meetings&month=5&month=none&order=newest");

        assertThat(filter.withoutSection("visits").query())
                .isEqualTo("?section=meetings&month=5&month=none&order=newest");
        assertThat(filter.withoutMonth(5).query())
                .isEqualTo("?section=meetings&section=visits&month=none&order=newest");
        assertThat(filter.withoutMonth(TimelineFilter.UNDATED).query())
                .isEqualTo("?section=meetings&section=visits&month=5&order=newest");
        assertThat(filter.withoutSections().query()).isEqualTo("?month=5&month=none&order=newest");
        assertThat(filter.withoutMonths().query()).isEqualTo("?section=meetings&section=visits&order=newest");
        assertThat(filter.withoutSection("services")).isEqualTo(filter);
        assertThat(filter.withoutMonth(7)).isEqualTo(filter);
    }

    @Test
    void theArrangementChangesAndTheChoicesStay() {
        var filter = asked("section=visits&month=5");

        assertThat(filter.bySections().query()).isEqualTo("?section=visits&month=5&view=sections");
        assertThat(filter.newestFirst().query()).isEqualTo("?section=visits&month=5&order=newest");
        assertThat(filter.bySections().byTime()).isEqualTo(filter);
        assertThat(filter.newestFirst().oldestFirst()).isEqualTo(filter);
        assertThat(filter.bySections().newestFirst().query()).isEqualTo("?section=visits&month=5&order=newest");
        assertThat(filter.bySections().oldestFirst()).isEqualTo(filter);
        assertThat(filter.newestFirst().bySections().byTime()).isEqualTo(filter.newestFirst());
    }

    @Property
    void everyOtherChoiceBeginsAtTheFirstPage(@ForAll("filters") TimelineFilter filter) {
        assertThat(List.of(
                        filter.onlySection("visits"),
                        filter.withoutSection("visits"),
                        filter.withoutSections(),
                        filter.onlyMonth(5),
                        filter.withoutMonth(5),
                        filter.withoutMonths(),
                        filter.byTime(),
                        filter.bySections(),
                        filter.oldestFirst(),
                        filter.newestFirst()))
                .allMatch(other -> other.page() == 1);
    }

    @Test
    void anotherPageKeepsEveryChoice() {
        var filter = asked("section=visits&month=5&order=newest");

        assertThat(filter.page(3).query()).isEqualTo("?section=visits&month=5&order=newest&page=3");
        assertThat(filter.page(3).page(1)).isEqualTo(filter);
    }

    @Test
    void aFilterDoesNotChange() {
        var sections = new TreeSet<>(List.of("visits"));
        var filter = new TimelineFilter(sections, new TreeSet<>(List.of(5)), View.TIME, Order.OLDEST, 1);
        sections.add("meetings");

        assertThat(filter.sections()).containsExactly("visits");
        assertThatThrownBy(() -> filter.sections().add("services")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> filter.months().add(6)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static TimelineFilter withoutOrder(TimelineFilter filter) {
        return new TimelineFilter(filter.sections(), filter.months(), filter.view(), Order.OLDEST, filter.page());
    }

    private static TimelineFilter asked(String query) {
        return TimelineFilter.read(parameters(query));
    }

    private static Map<String, List<String>> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(groupingBy(pair -> pair[0], mapping(pair -> pair[1], toList())));
    }

    @Provide
    Arbitrary<TimelineFilter> filters() {
        var slugs = Combinators.combine(
                        Arbitraries.chars().range('a', 'z'),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("0123456789-")
                                .ofMaxLength(59))
                .as((first, rest) -> first + rest);
        return Combinators.combine(
                        slugs.set().ofMaxSize(4),
                        Arbitraries.integers().between(1, 13).set(),
                        Arbitraries.of(View.class),
                        Arbitraries.of(Order.class),
                        Arbitraries.integers().between(1, 999_999))
                .as((sections, months, view, order, page) ->
                        new TimelineFilter(new TreeSet<>(sections), new TreeSet<>(months), view, order, page));
    }
}
