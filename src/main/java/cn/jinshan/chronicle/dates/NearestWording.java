package cn.jinshan.chronicle.dates;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wording near to a refused one that would be understood, for its writer to choose. */
final class NearestWording {

    private static final Pattern THIS_YEAR = Pattern.compile("^(?:今年|本年)");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<!\\d)'?(\\d{2})年");
    private static final Pattern REPUBLIC = Pattern.compile("^民国(\\d{1,3})年");
    private static final Pattern DASHED = Pattern.compile("^(\\d{1,2})-(\\d{1,2})[日号]?$");
    private static final Pattern CHINESE_DAY = Pattern.compile("^(.*年)?([闰正二三四五六七八九十冬腊]+月[初一二三四五六七八九十廿卅]+)$");
    private static final Pattern ONE_FOR_A_DASH = Pattern.compile("(?<=[日月])一(?=\\d)");
    private static final Pattern ZEROS = Pattern.compile("(?<!\\d)0+(?=[1-9]\\d?[月日号])");
    private static final Pattern MIDDLE = Pattern.compile("月中$");
    private static final Pattern AT_THE_END = Pattern.compile("[。．.,，、;；:：!！]+$");
    private static final Pattern NEXT_YEAR = Pattern.compile("(至|到|[-—–~～]+)(?=\\d{1,2}月)");
    private static final Pattern FEAST_OF_NEXT_YEAR = Pattern.compile("^(?=元旦.*(?:前|来临))");
    private static final Pattern DAY_WITHIN =
            Pattern.compile("^(?:于|在)?((?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号])(?![前后以之]|左右|.*(?:周|星期|礼拜))[^\\d()]{1,40}$");

    private NearestWording() {}

    /** The wording; empty if there is none, or several are as near. */
    static Optional<String> of(String wording, int year, @Nullable EventDate previous) {
        if (wording.length() > 60) {
            return Optional.empty();
        }
        var typed = Normalizer.normalize(wording, Normalizer.Form.NFKC).strip();
        return Stream.<UnaryOperator<String>>of(
                        text -> THIS_YEAR.matcher(text).replaceFirst(year + "年"),
                        text -> SHORT_YEAR.matcher(text).replaceAll(its -> inFull(its, year)),
                        text -> REPUBLIC.matcher(text).replaceFirst(its -> 1911 + Integer.parseInt(its.group(1)) + "年"),
                        text -> DASHED.matcher(text).replaceFirst("$1月$2日"),
                        text -> CHINESE_DAY
                                .matcher(text)
                                .replaceFirst(
                                        day -> Objects.requireNonNullElse(day.group(1), "") + "农历" + day.group(2)),
                        text -> ONE_FOR_A_DASH.matcher(text).replaceFirst("至"),
                        text -> ZEROS.matcher(text).replaceAll(""),
                        text -> MIDDLE.matcher(text).replaceFirst("月中旬"),
                        text -> AT_THE_END.matcher(text).replaceFirst(""),
                        text -> NEXT_YEAR.matcher(text).replaceFirst("$1次年"),
                        text -> FEAST_OF_NEXT_YEAR.matcher(text).replaceFirst(year + 1 + "年"),
                        text -> DAY_WITHIN.matcher(text).replaceFirst("$1"))
                .map(change -> change.apply(typed))
                .filter(changed -> !changed.equals(typed) && isUnderstood(changed, year, previous))
                .findFirst()
                .or(() -> theOneOfTwo(typed, year, previous));
    }

    private static boolean isUnderstood(String wording, int year, @Nullable EventDate previous) {
        try {
            return !new EventDate(wording, new DateWordingParser(wording, year, previous).understood(), year)
                    .wording()
                    .isEmpty();
        } catch (DateRefusedException refusal) {
            return false;
        }
    }

    /** Of two days of the Chinese calendar the one in this year, if there is only one. */
    private static Optional<String> theOneOfTwo(String typed, int year, @Nullable EventDate previous) {
        try {
            new DateWordingParser(typed, year, previous).understood();
            return Optional.empty();
        } catch (DateRefusedException refusal) {
            var details = refusal.reason().getArguments();
            if (details == null
                    || !"date.refused.either".equals(refusal.reason().getCode())) {
                return Optional.empty();
            }
            var days = Stream.of(1, 4)
                    .filter(its -> details[its].equals(year))
                    .map(its -> details[its + 1] + "月" + details[its + 2] + "日")
                    .toList();
            return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
        }
    }

    /** The year of these last two figures that is this one or next to it. */
    private static String inFull(MatchResult its, int year) {
        return Stream.of(year, year - 1, year + 1)
                .filter(near -> near % 100 == Integer.parseInt(its.group(1)))
                .findFirst()
                .map(near -> near + "年")
                .orElse(its.group());
    }
}
