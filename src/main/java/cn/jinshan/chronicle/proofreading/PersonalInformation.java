package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.Prose;
import cn.jinshan.chronicle.text.SeenText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Check for text that looks like personal information, which should not be public without a reason (Personal
 * Information Protection Law, articles 28 and 31). It only warns: it does not know who is meant, and finds only its
 * patterns.
 */
public final class PersonalInformation {

    /** Kind of suspected personal information. */
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
     * Suspected personal information in a text.
     *
     * @param excerpt enough to find it in the text again; of a number, only its beginning and end
     */
    public record Finding(Kind kind, String excerpt) {}

    private static final int NO_CHILD = 18;
    private static final String FIGURES = "零一二三四五六七八九";
    private static final Pattern AGE = Pattern.compile("(?<![0-9.])(?<![0-9零一二三四五六七八九十] ?[-—~至到])(?<![零一二两三四五六七八九十百])"
            + "([0-9]{1,2}|十[一二三四五六七八九]?|[零一二两三四五六七八九]) ?(?:周岁|岁)(?!以[上下内]|及以)");
    private static final Pattern DISABILITY =
            Pattern.compile("残疾|残障|肢残|(?<!无)障碍|脑瘫|瘫痪|自闭症|孤独症|唐氏|[听视智语]障|聋|盲人|盲童|失明|失聪|发育迟缓|特殊儿童");

    private PersonalInformation() {}

    /**
     * All findings in a text, in any form of digits and with any visible or invisible marks between them. The time
     * grows no faster than the text.
     */
    public static List<Finding> in(String text) {
        var seen = SeenText.of(text);
        var paragraphs = new Prose(seen).paragraphs();
        var numbers = Stream.of(seen, String.join("\n\n", paragraphs))
                .flatMap(each -> Stream.of(each, SeenText.withNumerals(each)))
                .distinct()
                .flatMap(PersonalNumbers::in);
        var children = paragraphs.stream().map(PersonalInformation::child).flatMap(Optional::stream);
        return Stream.concat(numbers, children).distinct().toList();
    }

    private static Optional<Finding> child(String paragraph) {
        var disability = DISABILITY.matcher(paragraph.replace(" ", ""));
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
}
