package cn.jinshan.chronicle.dates;

import static cn.jinshan.chronicle.dates.Spelling.NUMBER;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One date of a wording in the one {@link Spelling}: a day, a month or a piece of it, a season, a feast.
 *
 * @param year its year
 * @param yearSaid whether the words say the year
 * @param before the part before in the same wording, which may tell its month
 * @param previous the date before the wording, which may tell its month
 */
record DatePart(
        int year,
        boolean yearSaid,
        @Nullable Edtf before,
        @Nullable EventDate previous) {

    private record Form(Pattern words, BiFunction<DatePart, MatchResult, Edtf> meaning) {

        static Form of(String words, BiFunction<DatePart, MatchResult, Edtf> meaning) {
            return new Form(Pattern.compile(words), meaning);
        }
    }

    private static final Pattern TWICE = Pattern.compile("([^()]+)\\(([^()]+)\\)");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(" + Spelling.LUNAR + ")?(?:" + Spelling.YEAR + "(?:年|$)|([次翌]年)|([是同该]年))?(" + Spelling.LUNAR + ")?(.*)");
    private static final Pattern WITH_WEEKDAY = Pattern.compile("(.+)@([1-7])");
    private static final Pattern DAY_UNSAID = Pattern.compile("(?:具体)?(?:日期|日子|时间|日)?(?:不详|不明|未详|待考|待查)");
    private static final String UNSAID = "[?某×xX*_]{1,2}日?|" + DAY_UNSAID.pattern();

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("春季", "-21"),
            Map.entry("春天", "-21"),
            Map.entry("夏季", "-22"),
            Map.entry("夏天", "-22"),
            Map.entry("秋季", "-23"),
            Map.entry("秋天", "-23"),
            Map.entry("冬季", "-24"),
            Map.entry("冬天", "-24"),
            Map.entry("上半年", "-40"),
            Map.entry("下半年", "-41"));

    private static final List<Form> FORMS = List.of(
            Form.of("全年|当年|本年度?|年度|度", (part, words) -> part.edtf("")),
            Form.of("(年)?内", (part, words) -> part.yearSaid == (words.group(1) == null) ? part.edtf("") : null),
            Form.of(String.join("|", NAMED.keySet()), (part, words) -> part.named(words.group())),
            Form.of("[春夏秋冬]", (part, words) -> part.named(words.group() + "季")),
            Form.of("第?([1-4])季度", (part, words) -> part.edtf("-3" + (2 + Integer.parseInt(words.group(1))))),
            Form.of("年?初|岁初|岁首", DatePart::beginningOfYear),
            Form.of("年?[底末终]|岁末|岁尾", DatePart::endOfYear),
            Form.of("暑[假期](?:期间|里|中)?", (part, words) -> part.months(7, 8)),
            Form.of("寒假(?:期间|里|中)?", (part, words) -> part.months(1, 2)),
            Form.of(NUMBER + "月(?:份|间|里|内|期间|" + UNSAID + ")?", (part, words) -> part.month(words.group(1))),
            Form.of("(?:" + NUMBER + "月份?|)(上|中|下|上中|中下)旬", DatePart::tenDays),
            Form.of("(?:" + NUMBER + "月份?|月)([初底末])", DatePart::edgeOfMonth),
            Form.of("(?:" + NUMBER + "月份?)?" + NUMBER + "([日号]?)", DatePart::day),
            Form.of("[次翌]日|第2天", (part, words) -> part.nextDay()),
            Form.of(NUMBER + "月份?的?(?:第([1-5])|最后1)个的?(?:周|星期|礼拜)([1-6日天])", DatePart::weekdayOfMonth),
            Form.of("#(\\d+)##(\\d+)#(?:期间|前夕|假期|之际|来临之际)", FeastWords::ofTwo),
            Form.of("(?:(?:全国|国际|世界)?第(\\d{1,3})[次个届]的?)?#(\\d+)#(.{0,6})", FeastWords::meaning));

    /**
     * Reads one part.
     *
     * @param year the year of words that name none
     * @param before the part before, whose year and month the part may leave out
     * @return empty if it has no known form
     * @throws DateRefusedException if it has one, but no such day exists or it is not clear which it is
     */
    static Optional<Edtf> read(String text, int year, @Nullable Edtf before, @Nullable EventDate previous) {
        var twice = TWICE.matcher(text);
        if (twice.matches()) {
            return explained(twice.group(1), twice.group(2), year, before, previous);
        }
        var withWeekday = WITH_WEEKDAY.matcher(text);
        if (withWeekday.matches()) {
            var date = read(withWeekday.group(1), year, before, previous);
            date.ifPresent(day -> refuseOtherWeekday(day, Integer.parseInt(withWeekday.group(2))));
            return date;
        }
        var parts = YEAR_FIRST.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        boolean lunarYear = parts.group(1) != null;
        boolean said = parts.group(2) != null || parts.group(3) != null || parts.group(4) != null;
        int its = before == null ? year : before.last().earliest().getYear();
        its = parts.group(2) != null ? Integer.parseInt(parts.group(2)) : parts.group(3) != null ? its + 1 : its;
        var rest = parts.group(6);
        var lunar = LunarDate.of(rest, lunarYear || parts.group(5) != null);
        if (lunar.isPresent()) {
            return Optional.of(lunar.get().in(its, lunarYear && said));
        }
        if (lunarYear || parts.group(5) != null) {
            return Optional.empty();
        }
        return new DatePart(its, said, before, previous).meaning(rest);
    }

    private Optional<Edtf> meaning(String text) {
        if (text.isEmpty()) {
            return Optional.of(edtf(""));
        }
        for (var form : FORMS) {
            var words = form.words().matcher(text);
            if (words.matches()) {
                return Optional.ofNullable(form.meaning().apply(this, words.toMatchResult()));
            }
        }
        return Optional.empty();
    }

    /** A date and what stands in brackets after it: the same day in other words, or that the day is not known. */
    private static Optional<Edtf> explained(
            String text, String inBrackets, int year, @Nullable Edtf before, @Nullable EventDate previous) {
        var date = read(text, year, before, previous);
        if (date.isEmpty() || DAY_UNSAID.matcher(inBrackets).matches()) {
            return date;
        }
        var lunar = LunarDate.of(inBrackets.replaceFirst("^" + Spelling.LUNAR, ""), true);
        if (lunar.isPresent() && !inBrackets.matches("\\d+月\\d+日?")) {
            var day = date.get().earliest();
            return agreeing(date, lunar.get().possibleIn(day.getYear()).anyMatch(day::equals), text, inBrackets);
        }
        var again = read(inBrackets, year, before, previous);
        return again.isEmpty() ? again : agreeing(date, date.equals(again), text, inBrackets);
    }

    private static Optional<Edtf> agreeing(Optional<Edtf> date, boolean agrees, String text, String inBrackets) {
        if (!agrees) {
            throw new DateRefusedException("contradiction", Spelling.legible(text), Spelling.legible(inBrackets));
        }
        return date;
    }

    private static void refuseOtherWeekday(Edtf date, int weekday) {
        if (date.shape() != Shape.SINGLE || date.precision() != Precision.DAY) {
            throw new DateRefusedException("weekdayAlone");
        }
        var day = date.earliest();
        if (day.getDayOfWeek().getValue() != weekday) {
            throw new DateRefusedException(
                    "weekday",
                    day.getYear(),
                    day.getMonthValue(),
                    day.getDayOfMonth(),
                    day.getDayOfWeek().getValue());
        }
    }

    /** A date of this year; what follows the year is in the Extended Date/Time Format. */
    private Edtf edtf(String afterYear) {
        return Edtf.parse(String.format(Locale.ROOT, "%04d%s", year, afterYear));
    }

    private @Nullable Edtf named(String season) {
        var afterYear = NAMED.get(season);
        return afterYear == null ? null : edtf(afterYear);
    }

    /** 年初 is January, and 年底 December, more or less; no source means a day by it. */
    private @Nullable Edtf beginningOfYear(MatchResult words) {
        return words.group().length() == 1 && !yearSaid ? null : edtf("-01~");
    }

    private @Nullable Edtf endOfYear(MatchResult words) {
        return words.group().length() == 1 && !yearSaid ? null : edtf("-12~");
    }

    private Edtf months(int first, int last) {
        return new Edtf(
                Shape.INTERVAL, List.of(Period.month(year, first), Period.month(year, last)), Qualifier.APPROXIMATE);
    }

    private Edtf month(String number) {
        return edtf(padded(number));
    }

    private @Nullable Edtf day(MatchResult words) {
        if (words.group(1) != null) {
            return edtf(padded(words.group(1)) + padded(words.group(2)));
        }
        if (words.group(3).isEmpty() && (before == null || before.precision() != Precision.DAY)) {
            return null;
        }
        var month = monthBefore(words.group());
        int day = Integer.parseInt(words.group(2));
        var said = new DatePart(month.getYear(), true, null, null)
                .edtf(padded(String.valueOf(month.getMonthValue())) + padded(words.group(2)));
        if (before == null
                && previous != null
                && day < previous.edtf().earliest().getDayOfMonth()
                && previous.edtf().precision() == Precision.DAY) {
            throw new DateRefusedException("monthLacks", words.group());
        }
        return said;
    }

    /** The month that the part or date before tells. */
    private YearMonth monthBefore(String words) {
        var known = before != null ? before : previous == null ? null : previous.edtf();
        if (known == null || yearSaid || (before != null && before.precision() != Precision.DAY)) {
            throw new DateRefusedException("monthLacks", words);
        }
        var month =
                YearMonth.from(before == null ? known.earliest() : known.last().earliest());
        if (before == null && !month.equals(YearMonth.from(known.latest()))) {
            throw new DateRefusedException("monthLacks", words);
        }
        return month;
    }

    private YearMonth monthOf(@Nullable String number, String words) {
        if (number == null) {
            return monthBefore(words);
        }
        return YearMonth.from(month(number).earliest());
    }

    /** A day in the first, second or last ten of a month, or in two of these together. */
    private Edtf tenDays(MatchResult words) {
        var month = monthOf(words.group(1), words.group());
        var which = words.group(2);
        int first = 10 * "上中下".indexOf(which.charAt(0)) + 1;
        int last =
                which.endsWith("下") ? month.lengthOfMonth() : 10 * "上中下".indexOf(which.charAt(which.length() - 1)) + 10;
        return oneOf(month.atDay(first), month.atDay(last), Qualifier.EXACT);
    }

    /** 月初 is a day in about the first ten, 月底 in about the last ten. */
    private Edtf edgeOfMonth(MatchResult words) {
        var month = monthOf(words.group(1), words.group());
        return words.group(2).equals("初")
                ? oneOf(month.atDay(1), month.atDay(10), Qualifier.APPROXIMATE)
                : oneOf(month.atDay(21), month.atEndOfMonth(), Qualifier.APPROXIMATE);
    }

    private static Edtf oneOf(LocalDate first, LocalDate last, Qualifier qualifier) {
        return new Edtf(
                Shape.ONE_OF, List.of(new Period(Precision.DAY, first), new Period(Precision.DAY, last)), qualifier);
    }

    private @Nullable Edtf nextDay() {
        return before == null || before.precision() != Precision.DAY
                ? null
                : Edtf.parse(before.latest().plusDays(1).toString());
    }

    private @Nullable Edtf weekdayOfMonth(MatchResult words) {
        int nth = words.group(2) == null ? -1 : Integer.parseInt(words.group(2));
        int weekday = "123456".indexOf(words.group(3)) < 0 ? 7 : Integer.parseInt(words.group(3));
        return Feast.nth(monthOf(words.group(1), words.group()), nth, weekday)
                .map(day -> Edtf.parse(day.toString()))
                .orElse(null);
    }

    private static String padded(String number) {
        return String.format(Locale.ROOT, "-%02d", Integer.parseInt(Objects.requireNonNull(number)));
    }
}
