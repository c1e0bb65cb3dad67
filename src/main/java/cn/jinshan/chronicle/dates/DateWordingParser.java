package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of dates in the words of Chinese sources: how sure the date is, what it refers to, and how its parts belong
 * together. {@link DatePart} reads each part.
 *
 * @param typed the words as typed
 * @param year the year of words that name none
 * @param previous the date before, which {@code 同日} and {@code 是月} refer to; null if there is none
 */
record DateWordingParser(String typed, int year, @Nullable EventDate previous) {

    private static final Pattern UNKNOWN =
            Pattern.compile("\\(?(?:具体)?(?:日期|时间|日子)?(?:不详|不明|未详|未知|待考|待查|未注明|不清楚?)\\)?|\\?{1,3}|无日期|日期无|无");
    private static final Pattern ABOUT = Pattern.compile("^(?:大约|大概|约)|(?:左右|前后)$");
    private static final Pattern PERHAPS = Pattern.compile("^可能是?|\\(?\\?\\)?$");
    private static final Pattern THE_SAME = Pattern.compile("[同是当]日|[同是当本]月");
    private static final Pattern SO_MANY_DAYS = Pattern.compile("^(.*[日号])\\(?(连续|为期|历时|共)?(两|[1-9]\\d?)天\\)?$");
    private static final Pattern SINCE = Pattern.compile("^(.+?)(?:起|开始|以来|-今)$");
    private static final Pattern UNTIL = Pattern.compile("^截(.+?)(?:为止|止)?$");
    private static final Pattern BEFORE = Pattern.compile("^(.*(?:\\d月份?|旬|初|底|末))(?:之前|以前|前)$");
    private static final Pattern RANGE_ENDS = Pattern.compile("(?:为止|止|期间|之间|间)$");
    private static final Pattern MONTH_UNSAID = Pattern.compile("(?<![\\d月])" + Spelling.NUMBER + "(?=[-、])");
    private static final Pattern QUARTER_RANGE = Pattern.compile("前[1-4]个?季度|季度?[-、]|[1-4][-、]第?[1-4]季度");

    /** The understood date; {@link EventDate#parse} lists the words that are read and refused. */
    Edtf understood() {
        Edtf.refuseTooLong(typed);
        var text = Spelling.of(typed);
        if (text.isEmpty() || UNKNOWN.matcher(text).matches()) {
            return Edtf.parse(String.format(Locale.ROOT, "%04d", year));
        }
        var notAbout = ABOUT.matcher(text).replaceAll("");
        var sure = PERHAPS.matcher(notAbout).replaceAll("");
        boolean about = !notAbout.equals(text);
        boolean perhaps = !sure.equals(notAbout);
        if (about && perhaps) {
            throw unreadable();
        }
        return qualified(
                pointing(sure), about ? Qualifier.APPROXIMATE : perhaps ? Qualifier.UNCERTAIN : Qualifier.EXACT);
    }

    private Edtf qualified(Edtf date, Qualifier qualifier) {
        if (qualifier == Qualifier.EXACT || qualifier == date.qualifier()) {
            return date;
        }
        if (date.qualifier() != Qualifier.EXACT) {
            throw unreadable();
        }
        return new Edtf(date.shape(), date.members(), qualifier);
    }

    /** Replaces 同日 or 是月 at the beginning with the previous day or month; it keeps the qualifier of that date. */
    private Edtf pointing(String text) {
        var same = THE_SAME.matcher(text);
        if (!same.lookingAt()) {
            return related(text);
        }
        if (previous == null) {
            throw new DateRefusedException("previous", same.group());
        }
        boolean day = same.group().endsWith("日");
        var earliest = previous.edtf().earliest();
        var latest = previous.edtf().latest();
        if (day ? !earliest.equals(latest) : !YearMonth.from(earliest).equals(YearMonth.from(latest))) {
            throw new DateRefusedException("previous", same.group());
        }
        var its = earliest.getYear() + "年" + earliest.getMonthValue() + "月";
        var spelledOut = day ? its + earliest.getDayOfMonth() + "日" : its;
        return qualified(
                related(spelledOut + text.substring(same.end())),
                previous.edtf().qualifier());
    }

    /** What begins, what ends, what lasts so many days, or a list. */
    private Edtf related(String text) {
        var since = SINCE.matcher(text);
        if (since.matches()) {
            return interval(end(part(since.group(1), null)), Edtf.OPEN_END);
        }
        var until = UNTIL.matcher(text);
        if (until.matches()) {
            return interval(
                    Edtf.OPEN_START, end(part(BEFORE.matcher(until.group(1)).replaceAll("$1"), null)));
        }
        var before = BEFORE.matcher(text);
        if (before.matches() && !text.contains("-") && !text.contains("、")) {
            return interval(Edtf.OPEN_START, end(part(before.group(1), null)));
        }
        var days = SO_MANY_DAYS.matcher(text);
        if (days.matches()) {
            int number = days.group(3).equals("两") ? 2 : Integer.parseInt(days.group(3));
            return lasting(listed(days.group(1)), number, "连续".equals(days.group(2)));
        }
        return listed(text);
    }

    private static Edtf interval(Period first, Period last) {
        return new Edtf(Shape.INTERVAL, List.of(first, last), Qualifier.EXACT);
    }

    /** The date, if it has so many days. */
    private static Edtf lasting(Edtf date, int days, boolean inARow) {
        long between = ChronoUnit.DAYS.between(date.earliest(), date.latest()) + 1;
        boolean set = date.shape() == Shape.SET;
        long counted = set ? date.members().size() : between;
        if (date.precision() != Precision.DAY || counted != days || (set && inARow && between != days)) {
            throw new DateRefusedException("days", days);
        }
        return date;
    }

    /** A single part, an interval, or a list. */
    private Edtf listed(String text) {
        boolean interval = text.contains("-");
        if (interval && text.contains("、")) {
            throw unreadable();
        }
        if (QUARTER_RANGE.matcher(text).find()) {
            throw new DateRefusedException("quarters");
        }
        var whole = interval ? RANGE_ENDS.matcher(text).replaceAll("") : text;
        var spelledOut = whole.endsWith("月") || whole.endsWith("月份")
                ? MONTH_UNSAID.matcher(whole).replaceAll("$1月")
                : whole;
        var parts = new ArrayList<Edtf>();
        for (var part : spelledOut.split("[-、]", -1)) {
            parts.add(part(part, parts.isEmpty() ? null : parts.get(parts.size() - 1)));
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        if (interval && parts.size() > 2) {
            throw new DateRefusedException("shape");
        }
        if (!interval) {
            return new Edtf(
                    Shape.SET, parts.stream().map(DateWordingParser::single).toList(), Qualifier.EXACT);
        }
        return withinOneMonth(parts.get(0), parts.get(1))
                ? new Edtf(
                        Shape.ONE_OF, List.of(parts.get(0).first(), parts.get(1).last()), Qualifier.EXACT)
                : interval(end(parts.get(0)), end(parts.get(1)));
    }

    /** Whether it is 5月上旬至下旬: days that are not said, of one month. */
    private static boolean withinOneMonth(Edtf from, Edtf to) {
        return from.shape() == Shape.ONE_OF
                && to.shape() == Shape.ONE_OF
                && YearMonth.from(from.earliest()).equals(YearMonth.from(to.latest()));
    }

    /** The end of an interval: a month where the source does not say the day, so that none is invented. */
    private static Period end(Edtf date) {
        var earliest = date.earliest();
        boolean oneMonth = YearMonth.from(earliest).equals(YearMonth.from(date.latest()));
        boolean told = date.shape() == Shape.SINGLE && date.qualifier() == Qualifier.EXACT;
        if (told && (date.precision().tellsMonth() || date.precision() == Precision.YEAR)) {
            return date.first();
        }
        if (!oneMonth || date.shape() == Shape.SET || date.shape() == Shape.INTERVAL) {
            throw new DateRefusedException("mixed");
        }
        return Period.month(earliest.getYear(), earliest.getMonthValue());
    }

    private static Period single(Edtf date) {
        if (date.shape() != Shape.SINGLE || date.qualifier() != Qualifier.EXACT) {
            throw new DateRefusedException("mixed");
        }
        return date.first();
    }

    private Edtf part(String text, @Nullable Edtf before) {
        var part = DatePart.read(text, year, before, before == null ? previous : null);
        return part.orElseThrow(this::unreadable);
    }

    private DateRefusedException unreadable() {
        return Unreadable.why(Spelling.of(typed), typed);
    }
}
