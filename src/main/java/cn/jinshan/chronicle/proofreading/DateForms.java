package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.HalfWidth;
import java.time.Month;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Check for dates in a text that do not follow GB/T 15835-2011 with Arabic numerals: {@code 2023年5月18日}, and {@code 至}
 * or {@code —} between two dates. It accepts Chinese numerals of the lunar calendar, {@code 2023-05-18}, {@code 3—7日},
 * and spaces around a unit. It does not find a day without its month or {@code 2023.5}; it finds {@code 5.18},
 * {@code 5/18} and {@code 23年} only where the next words make them a day or a year.
 */
final class DateForms {

    /**
     * A date in another form.
     *
     * @param standard the form or forms in which it should be
     */
    record Found(int start, int end, List<String> standard) {}

    private record Form(Pattern pattern, Function<MatchResult, List<String>> standard) {}

    private record Day(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day) {

        static Day of(@Nullable String year, @Nullable String month, @Nullable String day) {
            return new Day(year(year), number(month), number(day));
        }

        boolean isPossible() {
            return isWithin(month, 12)
                    && isWithin(day, month == null ? 31 : Month.of(month).maxLength());
        }

        private static boolean isWithin(@Nullable Integer number, int most) {
            return number == null || (number >= 1 && number <= most);
        }

        private static @Nullable Integer year(@Nullable String typed) {
            var number = number(typed);
            if (number == null || number > 99) {
                return number;
            }
            return number + (number < THIS_CENTURY ? 2000 : 1900);
        }

        String words() {
            return (year == null ? "" : year + "年")
                    + (month == null ? "" : month + "月")
                    + (day == null ? "" : day + "日");
        }
    }

    /** The first two-digit year of the last century. */
    private static final int THIS_CENTURY = 50;

    private static final String FIGURES = "〇一二三四五六七八九";
    private static final String NUMERALS = "零○" + FIGURES;
    private static final String FIGURE = "[" + NUMERALS + "]";
    private static final String NUMERAL = "[十" + NUMERALS + "]";
    private static final String BEGIN = "(?<![\\d.第十" + NUMERALS + "])(?<![农阴夏旧]历)";
    private static final String YEAR = "(?:(\\d{4}|" + FIGURE + "{4}|\\d{2})年)?";
    private static final String MONTH = "(\\d{1,2}|" + NUMERAL + "{1,2})月";
    private static final String DAY = "(\\d{1,2}|" + NUMERAL + "{1,3})";
    private static final String DAY_ENDS = "(?:日|号(?![楼线院门馆桌厅台车房文机]))";
    private static final String TO = "(?:[-‐‑‒–−~〜]{1,2}|——)";
    private static final String MAKES_A_DAY = "(?=当[天日]|上午|下午|晚|国际|全国|世界|活动|召开|举[行办]|开[展幕]|启动|闭幕|\\(周)";

    /** No word for a duration before the number: it would mean so many years, not a year. */
    private static final String SO_MANY = "(?<![近满约经历时过了足整事])";

    private static final String MAKES_A_YEAR =
            "(?=工作(?:总结|计划|要点|报告|安排)|[上下]半年|第?[一二三四1-4]季度|度(?![过假])|底(?![蕴气色子层])|初(?![心衷])|末)";

    /** All characters of the forms; only text that matches it is compared with each form. */
    private static final Pattern LIKE_A_DATE = Pattern.compile("[0-9十" + NUMERALS + "年月日号./~〜\\-‐‑‒–—−]{3,}+");

    private static final List<Form> FORMS = List.of(
            new Form(
                    Pattern.compile(BEGIN + YEAR + MONTH + "(?:" + DAY + "[日号]?)?" + TO + YEAR + "(?:" + MONTH + "(?:"
                            + DAY + DAY_ENDS + ")?|" + DAY + DAY_ENDS + ")"),
                    range -> between(
                            Day.of(range.group(1), range.group(2), range.group(3)),
                            Day.of(
                                    range.group(4),
                                    range.group(5),
                                    range.group(6) == null ? range.group(7) : range.group(6)))),
            new Form(
                    Pattern.compile(BEGIN + YEAR + "(\\d{1,2})" + TO + "(\\d{1,2})月(?![\\d龄])"),
                    months -> between(
                            Day.of(months.group(1), months.group(2), null), Day.of(null, months.group(3), null))),
            new Form(
                    Pattern.compile(BEGIN + "(\\d{4})年?" + TO + "(\\d{4})年(?!\\d{1,2}月)"),
                    years -> between(Day.of(years.group(1), null, null), Day.of(years.group(2), null, null))),
            new Form(
                    Pattern.compile(BEGIN + YEAR + MONTH + "(?:" + DAY + DAY_ENDS + ")?"),
                    day -> day.group(1) == null && day.group(3) == null
                            ? List.of()
                            : one(Day.of(day.group(1), day.group(2), day.group(3)))),
            new Form(
                    Pattern.compile(BEGIN + "((?:一[八九]|二[〇零○])" + FIGURE + "{2})年(?!代)"),
                    year -> one(Day.of(year.group(1), null, null))),
            new Form(
                    Pattern.compile(BEGIN + SO_MANY + "(\\d{2})年" + MAKES_A_YEAR),
                    year -> one(Day.of(year.group(1), null, null))),
            new Form(
                    Pattern.compile("(?<![A-Za-z0-9./_-])((?:19|20)\\d{2})(?!-\\d{2}-\\d{2}(?!\\d))([./-])(\\d{1,2})\\2"
                            + "(\\d{1,2})日?(?![A-Za-z0-9]|[./_]\\d)"),
                    numbers -> one(Day.of(numbers.group(1), numbers.group(3), numbers.group(4)))),
            new Form(
                    Pattern.compile("(?<![A-Za-z\\d.])([1-9]|1[0-2])\\.(?:(\\d{1,2})" + MAKES_A_DAY
                            + "|([12]\\d|3[01])(?:日(?![均元报])|号))"),
                    numbers -> one(Day.of(
                            null, numbers.group(1), Objects.requireNonNullElse(numbers.group(2), numbers.group(3))))),
            new Form(
                    Pattern.compile("(?<![A-Za-z\\d./第])([1-9]|1[0-2])/(\\d{2})(?:[日号]|" + MAKES_A_DAY + ")"),
                    numbers -> one(Day.of(null, numbers.group(1), numbers.group(2)))));

    private DateForms() {}

    /** The dates in other forms, in any order, without overlaps. The time grows no faster than the text. */
    static List<Found> in(String text) {
        var plain = new StringBuilder(text.length());
        var places = new int[text.length()];
        for (int place = 0; place < text.length(); place++) {
            if (!isBesideAUnit(text, place)) {
                places[plain.length()] = place;
                plain.append(HalfWidth.of(text.charAt(place)));
            }
        }
        var found = new ArrayList<Found>();
        var taken = new BitSet();
        var runs = LIKE_A_DATE.matcher(plain).results().toList();
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(plain).useTransparentBounds(true);
            for (var run : runs) {
                matcher.region(run.start(), run.end());
                while (matcher.find()) {
                    boolean free = taken.get(matcher.start(), matcher.end()).isEmpty();
                    var standard = free ? form.standard().apply(matcher) : List.<String>of();
                    int start = places[matcher.start()];
                    int end = places[matcher.end() - 1] + 1;
                    if (!standard.isEmpty() && !standard.contains(text.substring(start, end))) {
                        found.add(new Found(start, end, standard));
                        taken.set(matcher.start(), matcher.end());
                    }
                }
            }
        }
        return found;
    }

    /** Whether it is a space beside a unit: 年, 月, 日 or 号. */
    private static boolean isBesideAUnit(String text, int place) {
        if (!Character.isSpaceChar(text.charAt(place)) || place == 0 || place + 1 == text.length()) {
            return false;
        }
        char before = text.charAt(place - 1);
        char after = text.charAt(place + 1);
        return (Character.isDigit(before) && "年月日号".indexOf(after) >= 0)
                || ("年月".indexOf(before) >= 0 && Character.isDigit(after));
    }

    private static List<String> one(Day day) {
        return day.isPossible() ? List.of(day.words()) : List.of();
    }

    private static List<String> between(Day first, Day last) {
        boolean alike = (first.day() == null) == (last.day() == null);
        boolean inOrder = last.year() != null || last.month() != null || isBefore(first.day(), last.day());
        return alike && inOrder && first.isPossible() && last.isPossible()
                ? List.of(first.words() + "至" + last.words(), first.words() + "—" + last.words())
                : List.of();
    }

    private static boolean isBefore(@Nullable Integer first, @Nullable Integer last) {
        return first != null && last != null && first < last;
    }

    /** The number that digits or Chinese numerals stand for: 二〇二三, 十, 二十三. */
    private static @Nullable Integer number(@Nullable String typed) {
        if (typed == null || Character.isDigit(typed.charAt(0))) {
            return typed == null ? null : Integer.valueOf(typed);
        }
        int ten = typed.indexOf('十');
        return ten < 0
                ? digits(typed)
                : (ten == 0 ? 1 : digits(typed.substring(0, ten))) * 10 + digits(typed.substring(ten + 1));
    }

    private static int digits(String numerals) {
        return numerals.chars()
                .map(numeral -> Math.max(0, FIGURES.indexOf(numeral)))
                .reduce(0, (number, digit) -> number * 10 + digit);
    }
}
