package cn.jinshan.chronicle.dates;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one spelling in which wordings of dates are read: {@code 2023.5.18 ~ 二十日（周六）上午} becomes {@code 2023年5月18日-20日@6}.
 * Ranges have {@code -}, lists {@code 、}, weekdays {@code @1} to {@code @7}, feasts their number between two {@code #};
 * times of day are left out.
 */
final class Spelling {

    static final String NUMERALS = "〇一二三四五六七八九十零";
    static final String NUMBER = "([1-9]\\d?|0[1-9])";
    static final String YEAR = "([1-9]\\d{3})";

    /** The Chinese calendar, said in words. */
    static final String LUNAR = "(?:农历|阴历|夏历|旧历)";

    private static final Pattern CALENDAR = Pattern.compile(LUNAR);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}\"'“”‘’「」『』《》]");
    private static final Pattern BEFORE_A_CLOCK =
            Pattern.compile("\\d{4}([./-])\\d{1,2}\\1\\d{1,2}(?=[\\s\\p{Z}]+\\d{1,2}:)");
    private static final Pattern OURS = Pattern.compile("[#@]");
    private static final Pattern IN_NUMERALS = Pattern.compile("(?<![\\d" + NUMERALS + "])[" + NUMERALS + "]++(?!\\d)");
    private static final Pattern TENS = Pattern.compile("([1-9]?)十([1-9]?)");
    private static final Pattern THOUSANDS = Pattern.compile("[两二]千(零?)([一二三四五六七八九十]*)年");

    /** Chinese numerals of a day without 日 or 号: of the Chinese calendar, or not. */
    private static final Pattern DAY_OF_WHICH_CALENDAR = Pattern.compile("(?<![闰" + NUMERALS
            + "])(?:[二三四五六七八九]|十[一二]?)月(?:(?!初)[廿卅][一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![日号" + NUMERALS
            + "旬个至到、—~－-])");

    private static final Pattern COMPACT =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern DOTTED_DAY =
            Pattern.compile("(?<!\\d)" + YEAR + "([./-])" + NUMBER + "\\2" + NUMBER + "(?!\\d)[日号]?");
    private static final Pattern DOTTED_MONTH = Pattern.compile("(?<!\\d)" + YEAR + "[./-]" + NUMBER + "(?!\\d)月?");
    private static final Pattern DOTTED_WITHOUT_YEAR =
            Pattern.compile("(?<![\\d./])" + NUMBER + "[./·]" + NUMBER + "(?![\\d./])[日号]?");

    private static final Pattern UNTIL = Pattern.compile("^截[至止]?到?至?");
    private static final Pattern BETWEEN = Pattern.compile("^在?(.+)[与和](.+?)之?间$");
    private static final Pattern FROM = Pattern.compile("^(?:从|自|由|于|在)(?=.)");
    private static final Pattern TO = Pattern.compile("(?:起|开始)?(?:至|到|[-‐‑‒–—―−─~〜]++)");
    private static final Pattern AND = Pattern.compile("[,和与及]|以及");
    private static final Pattern TEN_DAYS_TWICE = Pattern.compile("([上中])[、-]([中下])旬");
    private static final Pattern FEASTS_TWICE = Pattern.compile("(#\\d+#)、(?=#\\d+#.)");

    private static final Pattern WEEKDAY = Pattern.compile("(?<=[\\d日号#])[、(]?(?:[周週]|星期|礼拜|禮拜)([1-7日天])[)]?");
    private static final Pattern OF_BOTH =
            Pattern.compile("(?<=[日号])\\((?:周|星期|礼拜)([1-6])[、-](?:周|星期|礼拜)?([1-7日天])\\)");
    private static final Pattern EACH_ITS_WEEKDAY = Pattern.compile("^([^-、]+)([-、])([^-、]+)@(\\d)@(\\d)$");
    private static final String PART_OF_DAY =
            "凌晨|清晨|早晨|早上|一早|上、下午|上下午|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|晚|夜间|夜里|深夜|夜|全天|白天|当天|当日";
    private static final String CLOCK =
            "(?:[01]?\\d|2[0-4])(?:[时点](?:整|半|许|[0-5]?\\d分?(?:许|左右)?)?|:[0-5]\\d(?::[0-5]\\d)?)";
    private static final Pattern TIME_OF_DAY = Pattern.compile("(?<=[日号#]|@\\d)[、(]?(?:(?:" + PART_OF_DAY + "|" + CLOCK
            + "(?:-(?:" + PART_OF_DAY + ")?" + CLOCK + ")?)[、)]?)+" + "(?=-|、|$|起|开始)");
    private static final Pattern AFTER_A_DAY =
            Pattern.compile("(?<=[日号]|@\\d)[是即为系]?((?:(?:全国|国际|世界)?第\\d+[次个届])?#\\d+#)$");

    private Spelling() {}

    /** A piece of the one spelling as a reader may see it. */
    static String legible(String spelled) {
        return Feasts.named(spelled).replace("@7", "星期日").replaceAll("@(\\d)", "星期$1");
    }

    /** The text in the one spelling. */
    static String of(String typed) {
        var apart = BEFORE_A_CLOCK
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("$0日");
        var text = SPACES.matcher(apart).replaceAll("");
        refuseUnclearCalendar(text);
        text = Feasts.numbered(OURS.matcher(text).replaceAll("\ufffd"));
        return remarked(listed(dotted(inDigits(text))));
    }

    private static void refuseUnclearCalendar(String text) {
        var day = DAY_OF_WHICH_CALENDAR.matcher(text);
        if (day.find() && !CALENDAR.matcher(text).find()) {
            throw new DateRefusedException("calendar", day.group());
        }
    }

    private static String inDigits(String text) {
        var plain = THOUSANDS
                .matcher(text.replace("廿", "二十").replace("卅", "三十"))
                .replaceAll(year -> {
                    var rest = digits(year.group(2));
                    return "20" + (rest.length() < 2 ? "0".repeat(2 - rest.length()) : "") + rest + "年";
                });
        return IN_NUMERALS.matcher(plain).replaceAll(numerals -> digits(numerals.group()));
    }

    /** Chinese numerals in digits: 二〇二三 becomes 2023 and 二十三 becomes 23; any other stays, and is unreadable. */
    private static String digits(String numerals) {
        var digits = new StringBuilder();
        numerals.chars().forEach(numeral -> digits.append(numeral == '十' ? "十" : NUMERALS.indexOf(numeral) % 11));
        var tens = TENS.matcher(digits);
        return tens.matches()
                ? (tens.group(1).isEmpty() ? "1" : tens.group(1))
                        + (tens.group(2).isEmpty() ? "0" : tens.group(2))
                : digits.toString();
    }

    private static String dotted(String text) {
        var plain = COMPACT.matcher(text).replaceAll("$1年$2月$3日");
        plain = DOTTED_DAY.matcher(plain).replaceAll("$1年$3月$4日");
        plain = DOTTED_MONTH.matcher(plain).replaceAll("$1年$2月");
        return DOTTED_WITHOUT_YEAR.matcher(plain).replaceAll("$1月$2日");
    }

    private static String listed(String text) {
        var plain = UNTIL.matcher(text).replaceAll("截");
        plain = BETWEEN.matcher(plain).replaceAll("$1至$2");
        plain = FROM.matcher(plain).replaceAll("");
        plain = TO.matcher(plain).replaceAll("-");
        plain = AND.matcher(plain).replaceAll("、");
        plain = TEN_DAYS_TWICE.matcher(plain).replaceAll("$1$2旬");
        return FEASTS_TWICE.matcher(plain).replaceAll("$1");
    }

    private static String remarked(String text) {
        var plain = OF_BOTH.matcher(text).replaceAll("@$1@$2");
        plain = WEEKDAY.matcher(plain).replaceAll("@$1").replace("@日", "@7").replace("@天", "@7");
        plain = EACH_ITS_WEEKDAY.matcher(plain).replaceAll("$1@$4$2$3@$5");
        plain = TIME_OF_DAY.matcher(plain).replaceAll("");
        return AFTER_A_DAY.matcher(plain).replaceAll("($1)");
    }
}
