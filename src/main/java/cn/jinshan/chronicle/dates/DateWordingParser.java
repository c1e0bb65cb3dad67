package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of dates in the words of Chinese sources.
 *
 * @param typed the words as typed
 * @param year the year of words that name none
 * @param previous the date before, which {@code 同日} and {@code 是月} refer to; null if there is none
 */
record DateWordingParser(String typed, int year, @Nullable EventDate previous) {

    private static final String YEAR = "([1-9]\\d{3})";
    private static final String NUMBER = "([1-9]\\d?|0[1-9])";
    private static final String NUMERALS = "〇一二三四五六七八九十零";

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
    private static final Pattern IN_NUMERALS = Pattern.compile("(?<![\\d" + NUMERALS + "])[" + NUMERALS + "]++(?!\\d)");
    private static final Pattern TENS = Pattern.compile("([1-9]?)十([1-9]?)");
    private static final Pattern DOTTED_DAY =
            Pattern.compile("(?<!\\d)" + YEAR + "([./-])" + NUMBER + "\\2" + NUMBER + "(?!\\d)");
    private static final Pattern DOTTED_MONTH = Pattern.compile("(?<!\\d)" + YEAR + "[./-]" + NUMBER + "(?!\\d)");
    private static final Pattern DOTTED_WITHOUT_YEAR =
            Pattern.compile("(?<![\\d.])" + NUMBER + "\\." + NUMBER + "(?![\\d.])");
    private static final Pattern TO = Pattern.compile("至|到|[-‐‑‒–—―−─~〜]++");
    private static final Pattern AND = Pattern.compile("[,和与及]");

    private static final Pattern ABOUT = Pattern.compile("^(?:大约|大概|约)|(?:左右|前后)$");
    private static final Pattern PERHAPS = Pattern.compile("^可能是?|\\?$");
    private static final Pattern THE_SAME = Pattern.compile("[同是当]日|[同是当本]月");
    private static final Pattern NAMED = Pattern.compile("(?:" + YEAR + "年)?+(.++)");
    private static final Pattern TEN_DAYS = Pattern.compile(NUMBER + "月(上|中|下|上中|中下)旬");
    private static final Pattern MONTH_UNSAID = Pattern.compile("(?<![\\d月])" + NUMBER + "(?=[-、])");
    private static final Pattern MEMBER =
            Pattern.compile("(?:([1-9]\\d{3}|[次翌])(?:年|$))?+(?:" + NUMBER + "月)?+(?:" + NUMBER + "[日号]?)?+");

    /** The understood date; {@link EventDate#parse} lists the words that are read and refused. */
    Edtf understood() {
        Edtf.refuseTooLong(typed);
        var text = spelledAlike(typed);
        if (text.isEmpty()) {
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

    /** The text in one spelling: {@code 2023.5.18 ~ 20} becomes 2023年5月18日-20. */
    private static String spelledAlike(String typed) {
        var text = SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        text = IN_NUMERALS.matcher(text).replaceAll(numerals -> inDigits(numerals.group()));
        text = DOTTED_DAY.matcher(text).replaceAll("$1年$3月$4日");
        text = DOTTED_MONTH.matcher(text).replaceAll("$1年$2月");
        text = DOTTED_WITHOUT_YEAR.matcher(text).replaceAll("$1月$2日");
        return AND.matcher(TO.matcher(text).replaceAll("-")).replaceAll("、");
    }

    /** Chinese numerals in digits: 二〇二三 becomes 2023 and 二十三 becomes 23; any other stays, and is unreadable. */
    private static String inDigits(String numerals) {
        var digits = new StringBuilder();
        numerals.chars().forEach(numeral -> digits.append(numeral == '十' ? "十" : NUMERALS.indexOf(numeral) % 11));
        var tens = TENS.matcher(digits);
        return tens.matches()
                ? (tens.group(1).isEmpty() ? "1" : tens.group(1))
                        + (tens.group(2).isEmpty() ? "0" : tens.group(2))
                : digits.toString();
    }

    private Edtf qualified(Edtf date, Qualifier qualifier) {
        if (qualifier == Qualifier.EXACT || qualifier == date.qualifier()) {
            return date;
        }
        if (date.qualifier() != Qualifier.EXACT) {
            throw unreadable();
        }
        if (date.shape() != Shape.SINGLE) {
            throw new DateRefusedException("hedged");
        }
        return new Edtf(date.shape(), date.members(), qualifier);
    }

    /** Replaces 同日 or 是月 at the beginning with the previous day or month; it keeps the qualifier of that date. */
    private Edtf pointing(String text) {
        var same = THE_SAME.matcher(text);
        if (!same.lookingAt()) {
            return dated(text);
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
                dated(spelledOut + text.substring(same.end())), previous.edtf().qualifier());
    }

    private Edtf dated(String text) {
        var parts = NAMED.matcher(text);
        if (!parts.matches()) {
            return listed(text);
        }
        boolean yearSaid = parts.group(1) != null;
        int its = yearSaid ? Integer.parseInt(parts.group(1)) : year;
        var edtf = switch (parts.group(2)) {
            case "全年", "当年" -> "";
            case "内" -> yearSaid ? "" : null;
            case "年内" -> yearSaid ? null : "";
            case "春季", "春天" -> "-21";
            case "夏季", "夏天" -> "-22";
            case "秋季", "秋天" -> "-23";
            case "冬季", "冬天" -> "-24";
            case "1季度", "第1季度" -> "-33";
            case "2季度", "第2季度" -> "-34";
            case "3季度", "第3季度" -> "-35";
            case "4季度", "第4季度" -> "-36";
            case "上半年" -> "-40";
            case "下半年" -> "-41";
            case "元旦" -> "-01-01";
            case "国庆节" -> "-10-01";
            case "春节" -> String.format(Locale.ROOT, "-%tm-%<td", springFestival(its));
            case "春节前夕" ->
                String.format(Locale.ROOT, "-%tm~", springFestival(its).minusDays(1));
            default -> null;
        };
        if (edtf != null) {
            return Edtf.parse(String.format(Locale.ROOT, "%04d", its) + edtf);
        }
        var tenDays = TEN_DAYS.matcher(parts.group(2));
        return tenDays.matches() ? oneOf(its, tenDays.group(1), tenDays.group(2)) : listed(text);
    }

    /** The first day of the Chinese year that contains the first of July. */
    private static LocalDate springFestival(int year) {
        var calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.CHINA);
        calendar.setTimeInMillis(
                Duration.ofDays(LocalDate.of(year, 7, 1).toEpochDay()).toMillis());
        calendar.set(ChineseCalendar.MONTH, 0);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, 1);
        return LocalDate.ofEpochDay(
                Duration.ofMillis(calendar.getTimeInMillis()).toDays());
    }

    /** A day in the first, second or last ten of a month, or in two of these together. */
    private static Edtf oneOf(int year, String number, String which) {
        var month = period(year, number, null);
        var first = month.earliest().plusDays(10L * "上中下".indexOf(which.charAt(0)));
        var last = which.endsWith("下")
                ? month.latest()
                : month.earliest().plusDays(10L * "上中下".indexOf(which.charAt(which.length() - 1)) + 9);
        return Edtf.parse("[" + first + ".." + last + "]");
    }

    /** A single day, month or year, an interval, or a list. */
    private Edtf listed(String text) {
        boolean interval = text.contains("-");
        if (interval && text.contains("、")) {
            throw unreadable();
        }
        var spelledOut = text.endsWith("月") ? MONTH_UNSAID.matcher(text).replaceAll("$1月") : text;
        var members = new ArrayList<Period>();
        for (var part : spelledOut.split("[-、]", -1)) {
            members.add(member(part, members.isEmpty() ? null : members.get(members.size() - 1)));
        }
        var shape = members.size() == 1 ? Shape.SINGLE : interval ? Shape.INTERVAL : Shape.SET;
        return new Edtf(shape, members, Qualifier.EXACT);
    }

    /** A member of a list; it takes a missing year or month from the member before. */
    private Period member(String text, @Nullable Period before) {
        var said = MEMBER.matcher(text);
        if (text.isEmpty() || !said.matches()) {
            throw unreadable();
        }
        var month = said.group(2);
        var day = said.group(3);
        if (day != null && month == null) {
            if (before == null || before.precision() != Precision.DAY || said.group(1) != null) {
                throw unreadable();
            }
            month = String.valueOf(before.earliest().getMonthValue());
        }
        int lastYear = before == null ? year : before.earliest().getYear();
        int its = said.group(1) == null
                ? lastYear
                : said.group(1).length() == 4 ? Integer.parseInt(said.group(1)) : lastYear + 1;
        return period(its, month, day);
    }

    private static Period period(int year, @Nullable String month, @Nullable String day) {
        return Period.parse(String.format(Locale.ROOT, "%04d", year) + padded(month) + padded(day));
    }

    private static String padded(@Nullable String number) {
        return number == null ? "" : String.format(Locale.ROOT, "-%02d", Integer.parseInt(number));
    }

    private DateRefusedException unreadable() {
        return new DateRefusedException("unreadable", typed);
    }
}
