package cn.jinshan.chronicle.drills;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that nobody writes but who wants to keep us busy.
 *
 * @param length in characters
 */
record HostileText(Kind kind, int length) {

    /**
     * A kind of them.
     *
     * @param letters repeated, or in random order
     */
    record Kind(String name, String letters, boolean random) {

        String text(int length) {
            return text(length, 0);
        }

        /** Another of the same kind and length, where its order is random. */
        String text(int length, int number) {
            var order = new Random(number);
            var text = new StringBuilder(length);
            for (int place = 0; place < length; place++) {
                text.append(letters.charAt(random ? order.nextInt(letters.length()) : place % letters.length()));
            }
            return text.toString();
        }

        /** As long as a field of this name takes. */
        String nearLimit(String field) {
            return text(List.of("body", "easyRead").contains(field) ? 19_900 : 195);
        }
    }

    /** Too long for any field, but not so long that it is not looked into. */
    private static final int OVERLONG = 49_900;

    private static final String HAN =
            IntStream.range(0x4e00, 0x9f00).mapToObj(Character::toString).collect(Collectors.joining());

    static final List<Kind> KINDS = List.of(
            new Kind("one letter", "a", false),
            new Kind("random Han", HAN, true),
            new Kind("nested marks", "[*“《(_", false),
            new Kind("digits", "1", false),
            new Kind("dates and ages", "2023年9岁残疾1-3.", false),
            new Kind("invisible", "\u200b\u00ad", false),
            new Kind("sentences and lines", "。”\n ", false),
            new Kind("substitutes", "4@8({[<3€69!1|70$5+%2", true),
            new Kind("long ligatures", "\ufdfa", false));

    /** Two of them share all their letters, and nothing else. */
    static final List<Kind> ALIKE = List.of(
            new Kind("two letters", "甲乙", true),
            new Kind("words", "ab ,", true),
            new Kind("a hundred Han", HAN.substring(0, 100), true),
            new Kind("random Han", HAN, true),
            new Kind("lines", "甲乙\n", true),
            new Kind("sentences", "甲乙。", true),
            new Kind("digits", "123 ", true));

    /** Those that a field of this name is filled with; what no person fills in, with one. */
    static List<HostileText> of(String field) {
        if (field.startsWith("_")
                || List.of("version", "formKey", "holder", "taken").contains(field)) {
            return List.of(new HostileText(KINDS.get(1), OVERLONG));
        }
        var lengths = field.toLowerCase(Locale.ROOT).contains("password") ? List.of(24, 256) : List.of(195, 19_900);
        return Stream.concat(
                        lengths.stream().flatMap(length -> KINDS.stream().map(kind -> new HostileText(kind, length))),
                        Stream.of(
                                new HostileText(KINDS.get(2), OVERLONG),
                                new HostileText(KINDS.get(KINDS.size() - 1), OVERLONG)))
                .toList();
    }

    String text() {
        return kind.text(length);
    }

    @Override
    public String toString() {
        return length + " " + kind.name();
    }
}
