package cn.jinshan.chronicle.entries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text looks like information about a person that should not be public without a reason (Personal Information
 * Protection Law, articles 28 and 31). It warns; it does not know who is meant, and misses what it has no shape for.
 */
public final class PersonalInformation {

    /** What kind of information it seems to be. */
    public enum Kind {
        /** The 18 characters of a citizen's number, GB 11643-1999. */
        IDENTITY_CARD,
        /** A citizen's number followed by kind and grade of disability. */
        DISABILITY_CERTIFICATE,
        /** The number of a mobile telephone, or of a land line with its area code. */
        TELEPHONE,
        /** The number of a payment card, ISO/IEC 7812-1. */
        BANK_CARD,
        /** An age under eighteen in one paragraph with a disability. */
        CHILD_WITH_DISABILITY
    }

    /**
     * Something found.
     *
     * @param excerpt enough to find it in the text again; of a number only its beginning and its end
     */
    public record Finding(Kind kind, String excerpt) {}

    private record Shape(Kind kind, Pattern pattern, Predicate<String> test) {}

    private static final String ALONE = "(?<![0-9])(?<![0-9]\\.)";
    private static final String ENDED = "(?![0-9])";
    private static final String CITIZEN = ALONE
            + "[1-9](?:[0-9]{5}[ -]?[0-9]{4}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{3}|[0-9]{3}(?:[ -]?[0-9]{4}){3}[ -]?[0-9])[0-9X]";
    private static final String FOUR_BY_FOUR = ALONE + "[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}";

    /** In this order, because each may hold something of the shape of a later one; what is found is looked at once. */
    private static final List<Shape> NUMBERS = List.of(
            new Shape(
                    Kind.DISABILITY_CERTIFICATE,
                    Pattern.compile(CITIZEN + "[ -]?[1-7][ -]?[1-4](?:[ -]?B[0-9]{1,2})?" + ENDED),
                    number -> isCitizen(number.substring(0, 18))),
            new Shape(Kind.IDENTITY_CARD, Pattern.compile(CITIZEN + ENDED), PersonalInformation::isCitizen),
            new Shape(
                    Kind.BANK_CARD,
                    Pattern.compile(FOUR_BY_FOUR + "[ -]?[0-9]{1,3}" + ENDED),
                    PersonalInformation::isCard),
            new Shape(Kind.BANK_CARD, Pattern.compile(FOUR_BY_FOUR + ENDED), PersonalInformation::isCard),
            new Shape(
                    Kind.BANK_CARD,
                    Pattern.compile(ALONE + "[3-6][0-9]{5}[ -][0-9]{10,13}" + ENDED),
                    PersonalInformation::isCard),
            new Shape(
                    Kind.TELEPHONE,
                    Pattern.compile(ALONE + "(?:86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}" + ENDED),
                    number -> true),
            new Shape(
                    Kind.TELEPHONE,
                    Pattern.compile(
                            ALONE + "0(?:10|2[0-9]|[3-9][0-9]{2})(?:\\)|[ -])?[2-8][0-9]{2,3}[ -]?[0-9]{4}" + ENDED),
                    number -> true));

    private static final int NO_CHILD = 18;
    private static final String FIGURES = "零一二三四五六七八九";
    private static final Pattern AGE = Pattern.compile("(?<![0-9.])(?<![0-9零一二三四五六七八九十] ?[-—~至到])(?<![零一二两三四五六七八九十百])"
            + "([0-9]{1,2}|十[一二三四五六七八九]?|[零一二两三四五六七八九]) ?(?:周岁|岁)(?!以[上下内]|及以)");
    private static final Pattern DISABILITY =
            Pattern.compile("残疾|残障|肢残|(?<!无)障碍|脑瘫|瘫痪|自闭症|孤独症|唐氏|[听视智语]障|聋|盲人|盲童|失明|失聪|发育迟缓|特殊儿童");

    private PersonalInformation() {}

    /** All that is found in a text, in half or full width. The time it takes grows no faster than the text. */
    public static List<Finding> in(String text) {
        var findings = new ArrayList<Finding>();
        var plain = halfWidth(text);
        var left = new StringBuilder(plain);
        NUMBERS.forEach(shape -> findings.addAll(take(shape, left)));
        new Prose(plain).paragraphs().forEach(paragraph -> child(paragraph).ifPresent(findings::add));
        return findings.stream().distinct().toList();
    }

    /** Finds what has a shape and blots it out, so that it is not found again as something else. */
    private static List<Finding> take(Shape shape, StringBuilder text) {
        var findings = new ArrayList<Finding>();
        var matcher = shape.pattern().matcher(text.toString());
        int from = 0;
        while (matcher.find(from)) {
            var number = matcher.group().replaceAll("[ ()-]", "");
            if (shape.test().test(number)) {
                findings.add(new Finding(shape.kind(), masked(number)));
                blot(text, matcher);
                from = matcher.end();
            } else {
                from = matcher.start() + 1;
            }
        }
        return findings;
    }

    private static void blot(StringBuilder text, Matcher matcher) {
        for (int place = matcher.start(); place < matcher.end(); place++) {
            text.setCharAt(place, '*');
        }
    }

    private static Optional<Finding> child(String paragraph) {
        var disability = DISABILITY.matcher(paragraph);
        if (!disability.find()) {
            return Optional.empty();
        }
        return AGE.matcher(paragraph)
                .results()
                .filter(age -> years(age.group(1)) < NO_CHILD)
                .findFirst()
                .map(age -> new Finding(Kind.CHILD_WITH_DISABILITY, age.group() + "…" + disability.group()));
    }

    private static int years(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return Integer.parseInt(words);
        }
        var figure = words.replace('两', '二');
        return figure.startsWith("十")
                ? 10 + (figure.length() == 1 ? 0 : FIGURES.indexOf(figure.charAt(1)))
                : FIGURES.indexOf(figure);
    }

    /** Whether it was given to someone born on a day that there was: GB 11643-1999, ISO 7064 MOD 11-2. */
    private static boolean isCitizen(String number) {
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += (number.charAt(place) - '0') * (1 << (17 - place)) % 11;
        }
        return "10X98765432".charAt(sum % 11) == number.charAt(17) && isBirthday(number.substring(6, 14));
    }

    private static boolean isBirthday(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6));
        return year >= 1850
                && year < 2100
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    /** Whether its last digit checks the others: ISO/IEC 7812-1, annex B (Luhn). */
    private static boolean isCard(String number) {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            sum += place % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private static String masked(String number) {
        int shown = number.length() < 16 ? 3 : 4;
        return number.substring(0, shown) + "…" + number.substring(number.length() - shown);
    }

    /** The same text, character for character, with figures, letters and the marks between them in half width. */
    private static String halfWidth(String text) {
        var half = new StringBuilder(text.length());
        text.chars().forEach(each -> half.append(halfWidth((char) each)));
        return half.toString();
    }

    private static char halfWidth(char each) {
        return switch (each) {
            case '　', '\u00a0' -> ' ';
            case '‐', '‑', '–', '−' -> '-';
            case '〇' -> '零';
            case 'x', 'ｘ' -> 'X';
            case 'b', 'ｂ' -> 'B';
            default -> each >= '！' && each <= '～' ? (char) (each - '！' + '!') : each;
        };
    }
}
