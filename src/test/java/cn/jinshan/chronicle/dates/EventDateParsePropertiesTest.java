package cn.jinshan.chronicle.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class EventDateParsePropertiesTest {

    private static final int YEAR = 2023;
    private static final Set<String> REASONS = reasons();
    private static final String NUMERALS = "〇一二三四五六七八九";

    @Property(tries = 3000)
    void aDatePutIntoChineseInAnyStyleIsUnderstoodAsThatDate(@ForAll("dates") EventDate date, @ForAll long style) {
        var wording = new Writer(style).write(date.edtf());

        assertThat(EventDate.parse(wording, YEAR, null))
                .as(wording)
                .isEqualTo(new EventDate(wording, date.edtf(), YEAR));
    }

    @Property
    void theSameDayAndMonthAreThoseOfTheDateBefore(@ForAll("days") Period day) {
        var previous = new EventDate("", single(day, Qualifier.EXACT), YEAR);

        assertThat(EventDate.parse("同日", YEAR, previous).edtf()).isEqualTo(previous.edtf());
        assertThat(EventDate.parse("是月", YEAR, previous).edtf())
                .hasToString(day.toString().substring(0, 7));
    }

    @Property(tries = 5000)
    void anyTextIsEitherUnderstoodOrRefused(
            @ForAll("texts") String text, @ForAll boolean follows, @ForAll("dates") EventDate before) {
        try {
            assertThat(EventDate.parse(text, YEAR, follows ? before : null).wording())
                    .isEqualTo(text);
        } catch (DateRefusedException refused) {
            assertThat(REASONS).contains(String.valueOf(refused.reason().getCode()));
            refused.suggestion().ifPresent(near -> EventDate.parse(near, YEAR, follows ? before : null));
        }
    }

    @Property
    void whatIsSaidOfAMonthLiesInThatMonth(
            @ForAll @IntRange(min = 1, max = 12) int month, @ForAll("piecesOfAMonth") String piece) {
        var date = EventDate.parse(month + "月" + piece, YEAR, null);

        assertThat(date.edtf().earliest())
                .isAfterOrEqualTo(YearMonth.of(YEAR, month).atDay(1));
        assertThat(date.edtf().latest())
                .isBeforeOrEqualTo(YearMonth.of(YEAR, month).atEndOfMonth());
        assertThat(date.months()).isEqualTo(1 << (month - 1));
    }

    @Property
    void whatGoesFromOneMonthToAnotherTellsNoDayThatIsNotSaid(
            @ForAll @IntRange(min = 1, max = 11) int first,
            @ForAll @IntRange(min = 1, max = 12) int last,
            @ForAll("piecesOfAMonth") String from,
            @ForAll("piecesOfAMonth") String to) {
        Assume.that(first < last);
        var date = EventDate.parse(first + "月" + from + "至" + last + "月" + to, YEAR, null);

        assertThat(date.edtf()).hasToString("%d-%02d/%d-%02d".formatted(YEAR, first, YEAR, last));
    }

    @Property
    void aWeekdayIsTakenIfItIsThatOfTheDay(
            @ForAll("days") Period day, @ForAll @IntRange(min = 1, max = 7) int weekday) {
        var date = day.earliest();
        var wording = "%d月%d日（%s%s）"
                .formatted(
                        date.getMonthValue(),
                        date.getDayOfMonth(),
                        weekday % 2 == 0 ? "周" : "星期",
                        "一二三四五六日".charAt(weekday - 1));

        if (date.getDayOfWeek().getValue() == weekday) {
            assertThat(EventDate.parse(wording, YEAR, null).edtf()).hasToString(date.toString());
        } else {
            assertThatThrownBy(() -> EventDate.parse(wording, YEAR, null))
                    .isInstanceOf(DateRefusedException.class)
                    .hasMessage("date.refused.weekday");
        }
    }

    /** Someone with habits: how dates are written is drawn anew for each. */
    private static final class Writer {

        private final Random random;
        private final boolean numerals;
        private final boolean dotted;

        Writer(long style) {
            random = new Random(style);
            numerals = random.nextInt(4) == 0;
            dotted = !numerals && random.nextInt(4) == 0;
        }

        String write(Edtf date) {
            var text = switch (date.shape()) {
                case SINGLE -> single(date);
                case ONE_OF -> tenDays(date);
                case INTERVAL -> listed(date.members(), "至", "到", "-", "—", "——", "～", "~", "－", "–");
                case SET -> listed(date.members(), "、", "，", ",", "和", "与", "及");
            };
            return text.codePoints().mapToObj(this::widened).collect(Collectors.joining());
        }

        private String widened(int character) {
            boolean wide = character > ' ' && character < 127 && random.nextBoolean();
            return Character.toString(wide ? character + 0xfee0 : character)
                    + (random.nextInt(4) == 0 ? any(" ", "　", "\u00a0", "\t", "\u200b") : "");
        }

        private String single(Edtf date) {
            var said = period(date.first(), null);
            return switch (date.qualifier()) {
                case EXACT -> said;
                case APPROXIMATE -> random.nextBoolean() ? any("约", "大约", "大概") + said : said + any("左右", "前后");
                case UNCERTAIN -> random.nextBoolean() ? any("可能", "可能是") + said : said + any("?", "？");
            };
        }

        private String tenDays(Edtf date) {
            var first = date.first().earliest();
            return period(Period.month(first.getYear(), first.getMonthValue()), null, false)
                    + "上中下".charAt(first.getDayOfMonth() / 10)
                    + "旬";
        }

        private String listed(List<Period> members, String... separators) {
            var text = new StringBuilder(period(members.get(0), null));
            for (int i = 1; i < members.size(); i++) {
                text.append(any(separators)).append(period(members.get(i), members.get(i - 1)));
            }
            return text.toString();
        }

        private String period(Period period, @Nullable Period before) {
            return period(period, before, dotted);
        }

        private String period(Period period, @Nullable Period before, boolean dotted) {
            int year = period.earliest().getYear();
            int lastYear = before == null ? YEAR : before.earliest().getYear();
            boolean yearLeftOut = year == lastYear && random.nextBoolean();
            if (dotted && period.precision() == Precision.DAY) {
                var dot = yearLeftOut ? "." : any(".", "-", "/");
                return (yearLeftOut ? "" : year + dot) + month(period) + dot + day(period);
            }
            var said = yearLeftOut
                    ? ""
                    : year == lastYear + 1 && before != null && random.nextBoolean()
                            ? any("次年", "翌年")
                            : year(year) + "年";
            return switch (period.precision()) {
                case DAY ->
                    said.isEmpty()
                                    && before != null
                                    && before.earliest().getMonthValue()
                                            == period.earliest().getMonthValue()
                                    && random.nextBoolean()
                            ? day(period) + any("日", "号")
                            : said + month(period) + "月" + day(period) + any("日", "号");
                case MONTH -> said + month(period) + "月";
                case SEASON -> said + "春夏秋冬".charAt(period.number() - 1) + any("季", "天");
                case QUARTER -> said + any("", "第") + any("1234", "一二三四").charAt(period.number() - 1) + "季度";
                case HALF_YEAR -> said + "上下".charAt(period.number() - 1) + "半年";
                case YEAR ->
                    said.isEmpty()
                            ? any("年内", "全年", "当年")
                            : year == YEAR ? said + any("", "内", "全年") : year(year) + "年";
            };
        }

        private String month(Period period) {
            return number(period.earliest().getMonthValue());
        }

        private String day(Period period) {
            return number(period.earliest().getDayOfMonth());
        }

        private String year(int year) {
            return numerals
                    ? String.valueOf(year)
                            .chars()
                            .mapToObj(digit -> NUMERALS.substring(digit - '0', digit - '0' + 1))
                            .collect(Collectors.joining())
                    : String.valueOf(year);
        }

        private String number(int number) {
            if (!numerals) {
                return random.nextBoolean() ? "%02d".formatted(number) : String.valueOf(number);
            }
            var tens = number < 20 ? "" : NUMERALS.substring(number / 10, number / 10 + 1);
            var ones = number % 10 == 0 ? "" : NUMERALS.substring(number % 10, number % 10 + 1);
            return tens + (number < 10 ? "" : "十") + ones;
        }

        private String any(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }

    @Provide
    Arbitrary<EventDate> dates() {
        var single = Combinators.combine(
                        Arbitraries.of(Precision.class).flatMap(precision -> Periods.of(precision, YEAR - 1, YEAR + 1)),
                        Arbitraries.of(Qualifier.class))
                .as(EventDateParsePropertiesTest::single);
        var interval = Periods.several(2, YEAR - 1, YEAR + 1)
                .map(members -> new Edtf(Shape.INTERVAL, members, Qualifier.EXACT));
        var set = Periods.several(6, YEAR - 1, YEAR + 1).map(members -> new Edtf(Shape.SET, members, Qualifier.EXACT));
        var tenDays = Combinators.combine(
                        Periods.of(Precision.MONTH, YEAR - 1, YEAR + 1),
                        Arbitraries.integers().between(0, 2))
                .as((month, third) -> {
                    var first = month.earliest().plusDays(10L * third);
                    return Edtf.parse("[" + first + ".." + (third == 2 ? month.latest() : first.plusDays(9)) + "]");
                });
        return Arbitraries.oneOf(single, interval, set, tenDays)
                .filter(date -> date.members().stream()
                        .anyMatch(member -> member.earliest().getYear() == YEAR
                                || member.latest().getYear() == YEAR))
                .filter(date -> date.shape() != Shape.SET
                        || date.members().stream()
                                .anyMatch(member -> member.earliest().getYear() == YEAR))
                .map(date -> new EventDate("", date, YEAR));
    }

    @Provide
    Arbitrary<String> piecesOfAMonth() {
        return Arbitraries.of("", "份", "初", "底", "末", "上旬", "中旬", "下旬", "中下旬", "某日", "份上旬");
    }

    @Provide
    Arbitrary<Period> days() {
        return Periods.of(Precision.DAY, YEAR - 1, YEAR + 1)
                .filter(day -> day.earliest().getYear() == YEAR);
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                        "2023", "2022", "5", "18", "31", "0", "13", "一", "十", "二十", "年", "月", "日", "号", "、", "和", "至",
                        "-", "～", ".", "/", "约", "左右", "可能", "？", "上旬", "下旬", "春节", "前夕", "季度", "第", "上半年", "同日", "是月",
                        "次年", "内", "全年", " ", "　", "起", "截至", "初", "底", "年底", "（", "）", "周二", "星期日", "下午", "9时", "30分",
                        "#", "@3", "全国助残日", "第33次", "五一", "冬至", "农历", "正月", "腊月", "初五", "廿三", "闰", "期间", "前夕", "前",
                        "两天", "连续", "同年", "次日", "24日", "不详", "去年", "第三个", "某", "23年", "份", "元旦", "暑期", "以来")
                .list()
                .ofMaxSize(10)
                .map(chosen -> String.join("", chosen));
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(250), pieces);
    }

    private static Set<String> reasons() {
        try {
            return Messages.of(Messages.ENGLISH).stringPropertyNames();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Edtf single(Period period, Qualifier qualifier) {
        return new Edtf(Shape.SINGLE, List.of(period), qualifier);
    }
}
