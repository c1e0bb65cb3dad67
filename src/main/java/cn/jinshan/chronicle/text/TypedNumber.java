package cn.jinshan.chronicle.text;

import com.ibm.icu.lang.UCharacter;
import java.util.regex.Pattern;

/**
 * Conversion of a whole number, as input methods write it, to plain digits: digits of any script and width (２０２３),
 * Chinese numerals (五, 十二, 二〇二三, 廿三, 壹佰), circled ones (③); spaces, and its unit behind it (5月) do not matter.
 */
public final class TypedNumber {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern AROUND = Pattern.compile("^(.+?)(?:年[份度]?|月份?|日|号|號|条|條|位|次|页|頁|[.．。、])?$");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");

    private static final String[] NUMERALS = {"〇零○◯", "一壹壱弌幺", "二贰貳弐弍两兩", "三叁參叄参弎", "四肆", "五伍", "六陆陸", "七柒漆", "八捌", "九玖"
    };

    private static final int MOST_DIGITS = 9;

    private TypedNumber() {}

    /** The number in the digits 0 to 9, without leading zeros; what is no whole number stays as it was typed. */
    public static String of(String typed) {
        var bare = AROUND.matcher(SPACE.matcher(PlainText.of(typed)).replaceAll(""))
                .replaceAll("$1");
        var digits = digits(bare);
        if (digits.isEmpty()) {
            digits = counted(bare);
        }
        return digits.isEmpty() || digits.length() > MOST_DIGITS
                ? PlainText.stripped(typed)
                : LEADING_ZEROS.matcher(digits).replaceAll("");
    }

    /** Digits one after another, such as 2023 and 二〇二三; empty if there is anything else. */
    private static String digits(String text) {
        var digits = new StringBuilder();
        boolean isOne = text.codePointCount(0, text.length()) == 1;
        for (int character : text.codePoints().toArray()) {
            int value = isOne ? whole(character) : digit(character);
            if (value < 0) {
                return "";
            }
            digits.append(value);
        }
        return digits.toString();
    }

    private static int digit(int character) {
        int decimal = UCharacter.digit(character, 10);
        if (decimal >= 0) {
            return decimal;
        }
        for (int value = 0; value < NUMERALS.length; value++) {
            if (NUMERALS[value].indexOf(character) >= 0) {
                return value;
            }
        }
        return -1;
    }

    /** The value of a character that is a number alone: also ⑫, 十, 廿. */
    private static int whole(int character) {
        int digit = digit(character);
        if (digit >= 0) {
            return digit;
        }
        double value = UCharacter.getUnicodeNumericValue(character);
        return value >= 0 && value < 1000 && Math.rint(value) == value ? (int) value : -1;
    }

    /** A number counted in tens, hundreds, thousands, such as 二十三; empty if it is none. */
    private static String counted(String text) {
        int sum = 0;
        int count = -1;
        int above = Integer.MAX_VALUE;
        boolean isZeroBefore = false;
        for (int character : text.codePoints().toArray()) {
            int digit = digit(character);
            int unit = unit(character);
            if (digit == 0 && count < 0 && sum > 0) {
                isZeroBefore = true;
            } else if (digit > 0 && count < 0) {
                count = digit;
            } else if (unit > 0 && unit < above && count != 0) {
                sum += (count < 0 ? 1 : count) * unit;
                above = unit;
                count = -1;
                isZeroBefore = false;
            } else if (tens(character) > 0 && count < 0 && above > 10) {
                sum += tens(character);
                above = 10;
                isZeroBefore = false;
            } else {
                return "";
            }
        }
        boolean isColloquial = count > 0 && above > 10 && !isZeroBefore;
        boolean isCutOff = isZeroBefore && count < 0;
        return sum == 0 || isColloquial || isCutOff ? "" : String.valueOf(sum + Math.max(count, 0));
    }

    private static int unit(int character) {
        return switch (character) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1000;
            default -> -1;
        };
    }

    private static int tens(int character) {
        return switch (character) {
            case '廿', '卄' -> 20;
            case '卅' -> 30;
            case '卌' -> 40;
            default -> -1;
        };
    }
}
