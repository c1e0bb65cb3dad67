package cn.jinshan.chronicle.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as it looks: without invisible characters, and with one form for digits, spaces and hyphens that look alike. */
public final class SeenText {

    private static final String NUMERALS = "零一二三四五六七八九壹贰叁肆伍陆柒捌玖";
    private static final Pattern DIGITS = Pattern.compile("[(]?[0-9]+[.,)]?");

    private SeenText() {}

    /** Decimal digits of every script, and letters of every width, become those of ASCII; 〇 is 零. */
    public static String of(String text) {
        return each(text, SeenText::plain);
    }

    /** The same text with what stands for digits too: ①, ⑴ and ²; 一, 壹 and 幺. */
    public static String withNumerals(String seen) {
        return each(seen, SeenText::numeral);
    }

    private static String each(String text, IntFunction<String> form) {
        return text.codePoints().mapToObj(form).collect(Collectors.joining());
    }

    private static String plain(int character) {
        var typed = Character.toString(character);
        if (Unseen.is(character) && character != '\r') {
            return "";
        }
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            case Character.SPACE_SEPARATOR -> " ";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(character, 10));
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> "";
            case Character.CONTROL -> character == '\t' ? " " : typed;
            default -> character == '〇' ? "零" : Character.isIdeographic(character) ? typed : other(character, typed);
        };
    }

    private static String other(int character, String typed) {
        if ("·•・‧∙⋅․".indexOf(character) >= 0) {
            return ".";
        }
        if (character == '−' || character == '⁃') {
            return "-";
        }
        if ("x×ХхΧχ".indexOf(character) >= 0) {
            return "X";
        }
        var half = HalfWidth.compatible(typed);
        boolean isOneLetterOrMark = half.length() == 1 && half.charAt(0) < 128 && !Character.isDigit(half.charAt(0));
        return isOneLetterOrMark ? half.equals("x") ? "X" : half : typed;
    }

    private static String numeral(int character) {
        int numeral = NUMERALS.indexOf(character);
        if (numeral >= 0) {
            return String.valueOf(numeral < 10 ? numeral : numeral - 9);
        }
        if (character == '幺') {
            return "1";
        }
        var typed = Character.toString(character);
        if (Character.getType(character) != Character.OTHER_NUMBER) {
            return typed;
        }
        var written = HalfWidth.compatible(typed);
        double value = UCharacter.getUnicodeNumericValue(character);
        return DIGITS.matcher(written).matches() || isDigit(character) ? String.valueOf((int) value) : typed;
    }

    private static boolean isDigit(int character) {
        return UCharacter.getIntPropertyValue(character, UProperty.NUMERIC_TYPE) == UCharacter.NumericType.DIGIT;
    }
}
