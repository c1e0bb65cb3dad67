package cn.jinshan.chronicle.dates;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a wording cannot be read, where its kind is known: it depends on today, names an era, or tells only a weekday.
 */
final class Unreadable {

    private record Kind(Pattern words, String reason) {

        static Kind of(String reason, String words) {
            return new Kind(Pattern.compile(words), reason);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "relative",
                    "[今昨明][天日年晚早]|[后前]天|[去前后]年|大?[前后]天|後天|[上下]+[个個]?(?:月|[周週]|星期|礼拜|禮拜)(?!旬|半)"
                            + "|(?<![之以最])[上下前后]\\d{0,2}[个年月周天]|本周|这个?|近[日期年来\\d]|^日前|最近|近|不久|过去|未来|目前|现在|当前|此前|此后|后来|今后|今"),
            Kind.of("decade", "年代|世纪"),
            Kind.of("era", "民国|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|^\\p{IsHan}{2}(?:元|\\d{1,2})年"),
            Kind.of("century", "(?<!\\d)\\d{2}年"),
            Kind.of("order", "(?<!\\d)\\d{1,2}([/.-])\\d{1,2}\\1\\d{1,4}|(?<!\\d)\\d{1,2}-\\d{1,2}-\\d{1,4}"),
            Kind.of("whichFeast", "新年|小年|万圣节|双节|两节"),
            Kind.of("hour", "^(?:上午|下午|中午|晚上?|凌晨|早上?)?\\d{1,2}[时点:]|^(?:上午|下午|中午|晚上|凌晨)$"),
            Kind.of("week", "第\\d+个?(?:周|星期)(?![1-6日天])|[周週]末|首周"),
            Kind.of("weekdayAlone", "(?:[周週]|星期|礼拜|禮拜)[1-6日天]"),
            Kind.of("monthLacks", "^月[初底末中]|^[上中下]旬"),
            Kind.of("onlyBefore", "(?:之前|以前|前)$"),
            Kind.of("onlyAfter", "(?:之后|以后|后)$"));

    private Unreadable() {}

    /**
     * The refusal.
     *
     * @param spelled the wording in the one spelling
     * @param typed all that was typed
     */
    static DateRefusedException why(String spelled, String typed) {
        return KINDS.stream()
                .filter(kind -> kind.words().matcher(spelled).find())
                .findFirst()
                .map(kind -> new DateRefusedException(kind.reason(), typed.strip()))
                .orElseGet(() -> new DateRefusedException("unreadable", typed));
    }
}
