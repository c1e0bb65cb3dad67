package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.proofreading.Hint;
import cn.jinshan.chronicle.site.DateWords;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Check whether the wording of a date says the date that is understood; boxes beside it may say something else. */
@Component
class DateDoubts {

    private static final Pattern WEEKDAY = Pattern.compile("(?:星期|礼拜|周)([一二三四五六日天])");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)([12]\\d{3})(?=年|[./-]\\d)");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(?<!\\d)(\\d{1,2})月(?:(\\d{1,2})(?!\\d))?");
    private static final Pattern LUNAR = Pattern.compile("农历|阴历|[正腊冬]月|初[一二三四五六七八九十]|大年");
    private static final Pattern SEVERAL = Pattern.compile("[\\d年月日号](?:起|至|到|以来|[-—–~～]|[、,和及与](?=\\d))|期间|连续|为期");
    private static final Pattern VAGUE =
            Pattern.compile("旬|(?<!周)[底末]|初(?![一二三四五六七八九十])|左右|前后|前夕|大约|约(?=\\d)|大概|可能|季度|[上下]半");

    private final DateWords words;

    DateDoubts(DateWords words) {
        this.words = words;
    }

    private record Doubt(DefaultMessageSourceResolvable words) implements Hint {

        @Override
        public String field() {
            return "date";
        }
    }

    /** What in the wording contradicts its date; nothing if all agrees. */
    List<Hint> of(EventDate date) {
        var wording = Normalizer.normalize(date.wording(), Normalizer.Form.NFKC).replaceAll("\\h", "");
        var doubts = new ArrayList<Hint>();
        if (wording.isEmpty()) {
            return doubts;
        }
        var its = words.inFull(date.edtf());
        try {
            var worded = EventDate.parse(date.wording(), date.year(), null);
            if (!worded.edtf().equals(date.edtf())) {
                doubts.add(doubt("hint.date.differs", date.wording(), words.inFull(worded.edtf()), its));
            }
        } catch (DateRefusedException unread) {
            if (isAnotherYear(wording, date.edtf()) || isAnotherDay(wording, date.edtf())) {
                doubts.add(doubt("hint.date.other", date.wording(), its));
            }
            if (isVaguer(wording, date.edtf())) {
                doubts.add(doubt("hint.date.exact", date.wording(), its));
            }
        }
        if (isAnotherWeekday(wording, date.edtf())) {
            doubts.add(doubt("hint.date.weekday", date.wording(), its, words.understood(date.edtf())));
        }
        return doubts;
    }

    private static Hint doubt(String code, Object... arguments) {
        return new Doubt(new DefaultMessageSourceResolvable(new String[] {code}, arguments));
    }

    private static boolean isAnotherYear(String wording, Edtf date) {
        return YEAR.matcher(wording)
                .results()
                .mapToInt(year -> Integer.parseInt(year.group(1)))
                .anyMatch(year ->
                        year < date.earliest().getYear() || year > date.latest().getYear());
    }

    private static boolean isAnotherDay(String wording, Edtf date) {
        if (LUNAR.matcher(wording).find()) {
            return false;
        }
        var said = MONTH_AND_DAY.matcher(wording).results().toList();
        return !said.isEmpty() && said.stream().noneMatch(each -> isIn(each, date));
    }

    /** Whether a day or month, in the year of a date, has a day in common with it. */
    private static boolean isIn(MatchResult said, Edtf date) {
        try {
            boolean isDay = said.group(2) != null && date.precision() == Precision.DAY;
            var first = LocalDate.of(
                    date.earliest().getYear(),
                    Integer.parseInt(said.group(1)),
                    isDay ? Integer.parseInt(said.group(2)) : 1);
            var last = isDay ? first : first.plusMonths(1).minusDays(1);
            return !last.isBefore(date.earliest()) && !first.isAfter(date.latest());
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isVaguer(String wording, Edtf date) {
        return date.shape() == Shape.SINGLE
                && (SEVERAL.matcher(wording).find()
                        || (date.precision() == Precision.DAY
                                && date.isPlain()
                                && VAGUE.matcher(wording).find()));
    }

    private static boolean isAnotherWeekday(String wording, Edtf date) {
        if (date.shape() != Shape.SINGLE || date.precision() != Precision.DAY) {
            return false;
        }
        int its = date.earliest().getDayOfWeek().getValue();
        return WEEKDAY.matcher(wording)
                        .results()
                        .noneMatch(day -> Math.min("一二三四五六日天".indexOf(day.group(1)) + 1, 7) == its)
                && WEEKDAY.matcher(wording).find();
    }
}
