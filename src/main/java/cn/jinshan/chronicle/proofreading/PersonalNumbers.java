package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.proofreading.PersonalInformation.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Check for groups of digits that together look like the number of a person's card, certificate or telephone. Groups
 * belong together if one space, hyphen, dot, bracket or line end divides them.
 */
final class PersonalNumbers {

    /**
     * Groups of digits that may be one number.
     *
     * @param digits the digits, with {@code X} for ten
     * @param sizes the sizes of the groups
     * @param plus whether a plus sign stands before it
     * @param fraction whether a dot divides the last group
     */
    private record Candidate(String digits, List<Integer> sizes, boolean plus, boolean fraction) {

        boolean matches(Pattern pattern) {
            return pattern.matcher(digits).matches();
        }

        /** Whether its groups look like one number: up to three groups, or groups of one size. */
        boolean isRegular() {
            var own = isCountry() ? sizes.subList(1, sizes.size()) : sizes;
            return own.size() <= 3
                    || own.subList(1, own.size() - 1).stream().distinct().count() == 1;
        }

        private boolean isCountry() {
            return digits.startsWith("86") ? sizes.get(0) == 2 : digits.startsWith("0086") && sizes.get(0) == 4;
        }

        /** Whether it is no date or amount: grouped as 138 1234 5678, or without a fraction or a year. */
        boolean isNoDateOrAmount() {
            int groups = sizes.size();
            if (groups < 2 || (groups >= 3 && sizes.subList(groups - 3, groups).equals(List.of(3, 4, 4)))) {
                return true;
            }
            int start = 0;
            for (int size : sizes) {
                if (size == 4 && YEAR.matcher(digits).region(start, start + 4).matches()) {
                    return false;
                }
                start += size;
            }
            return groups > 2 || !fraction;
        }
    }

    private record Shape(Kind kind, int shortest, int longest, Predicate<Candidate> test) {}

    private static final int LONGEST = 20;

    private static final Pattern GROUP = Pattern.compile("[0-9]++|X");
    private static final Pattern GAP = Pattern.compile("| | ?[-._()\\n] ?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private static final Pattern CITIZEN = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final Pattern CERTIFICATE = Pattern.compile(CITIZEN + "[1-7][1-4]");
    private static final Pattern OLD_CITIZEN =
            Pattern.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{13}");
    private static final Pattern CARD = Pattern.compile("[3-6][0-9]{15,18}");
    private static final Pattern MOBILE = Pattern.compile("(?:(?:00)?86)?1[3-9][0-9]{9}");
    private static final String AREA = "(?:10|2[0-9]|[3-9][0-9]{2})";
    private static final Pattern LANDLINE = Pattern.compile("(?:0|00860?)" + AREA + "[2-8][0-9]{6,7}");
    private static final Pattern LANDLINE_FROM_ABROAD = Pattern.compile("860?" + AREA + "[2-8][0-9]{6,7}");

    /** The order matters: a number may contain the shape of a later one. What is found is looked at once. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    Kind.DISABILITY_CERTIFICATE,
                    20,
                    20,
                    number -> number.matches(CERTIFICATE)
                            && isCitizen(number.digits().substring(0, 18))),
            new Shape(Kind.IDENTITY_CARD, 18, 18, number -> number.matches(CITIZEN) && isCitizen(number.digits())),
            new Shape(
                    Kind.BANK_CARD,
                    16,
                    19,
                    number -> number.matches(CARD) && number.isRegular() && isCard(number.digits())),
            // Holders were born from 1920 on: the number was given between 1984 and 1999, and older holders are no
            // longer alive
            new Shape(
                    Kind.IDENTITY_CARD,
                    15,
                    15,
                    number -> number.matches(OLD_CITIZEN)
                            && number.isRegular()
                            && number.digits().charAt(6) >= '2'
                            && isBirthday("19" + number.digits().substring(6, 12))),
            new Shape(
                    Kind.TELEPHONE,
                    11,
                    15,
                    number -> number.matches(MOBILE) && number.isRegular() && number.isNoDateOrAmount()),
            new Shape(
                    Kind.TELEPHONE,
                    10,
                    16,
                    number -> number.isRegular()
                            && (number.matches(LANDLINE) || (number.plus() && number.matches(LANDLINE_FROM_ABROAD)))));

    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));
    private final BitSet goesOn = new BitSet();
    private final BitSet taken = new BitSet();

    private PersonalNumbers(String text) {
        this.text = text;
        var groups = GROUP.matcher(text);
        int from = 0;
        while (groups.find()) {
            if (GAP.matcher(text).region(from, groups.start()).matches()) {
                goesOn.set(places.size());
            }
            places.add(groups.start());
            digits.append(groups.group());
            offsets.add(digits.length());
            from = groups.end();
        }
        goesOn.clear(0);
    }

    /** The numbers in a text of plain digits, spaces and hyphens. The time grows no faster than the text. */
    static Stream<Finding> in(String text) {
        var numbers = new PersonalNumbers(text);
        return SHAPES.stream().flatMap(shape -> numbers.take(shape).stream());
    }

    private List<Finding> take(Shape shape) {
        var findings = new ArrayList<Finding>();
        for (int first = 0; first < places.size(); first++) {
            for (int last = last(first); last >= first; last--) {
                int length = offsets.get(last + 1) - offsets.get(first);
                if (length < shape.shortest()) {
                    break;
                }
                if (length <= shape.longest() && shape.test().test(candidate(first, last))) {
                    findings.add(new Finding(
                            shape.kind(), masked(digits.substring(offsets.get(first), offsets.get(last + 1)))));
                    taken.set(first, last + 1);
                    break;
                }
            }
        }
        return findings;
    }

    /** The last group of a number that may begin with this group; the group before it if none may. */
    private int last(int first) {
        int last = first - 1;
        if (isFraction(places.get(first))) {
            return last;
        }
        while (last + 1 < places.size()
                && (last < first || goesOn.get(last + 1))
                && !taken.get(last + 1)
                && offsets.get(last + 2) - offsets.get(first) <= LONGEST) {
            last++;
        }
        return last;
    }

    private boolean isFraction(int place) {
        return place > 1 && text.charAt(place - 1) == '.' && Character.isDigit(text.charAt(place - 2));
    }

    private Candidate candidate(int first, int last) {
        var sizes = new ArrayList<Integer>();
        for (int group = first; group <= last; group++) {
            sizes.add(offsets.get(group + 1) - offsets.get(group));
        }
        int place = places.get(first);
        return new Candidate(
                digits.substring(offsets.get(first), offsets.get(last + 1)),
                sizes,
                place > 0 && text.charAt(place - 1) == '+',
                isFraction(places.get(last)));
    }

    /** Whether it is a valid citizen's number with a real birthday: GB 11643-1999, ISO 7064 MOD 11-2. */
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

    /** Whether its check digit is right: ISO/IEC 7812-1, annex B (Luhn). */
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
}
