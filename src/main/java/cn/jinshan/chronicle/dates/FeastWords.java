package cn.jinshan.chronicle.dates;

import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** What the words around a feast mean: 第33次全国助残日, 春节前夕, 国庆节期间. */
final class FeastWords {

    private static final Set<String> ITSELF = Set.of("", "当天", "当日", "这天", "那天");
    private static final Set<String> JUST_BEFORE = Set.of("前夕", "前", "来临之际", "到来之际", "来临前", "来临前夕");
    private static final Set<String> AROUND = Set.of("期间", "假期", "假日", "小长假", "长假", "黄金周", "之际");

    private FeastWords() {}

    /** The number of the feast, the feast, and what follows it; null for other words. */
    static @Nullable Edtf meaning(DatePart part, MatchResult words) {
        var feast = Feasts.of(words.group(2));
        var tail = words.group(3);
        if (ITSELF.contains(tail)) {
            return Edtf.parse(day(feast, part.year(), words.group(1)).toString());
        }
        if (JUST_BEFORE.contains(tail)) {
            return about(day(feast, part.year(), words.group(1)).minusDays(1));
        }
        return AROUND.contains(tail) ? about(day(feast, part.year(), words.group(1))) : null;
    }

    /** Two feasts in one breath: 元旦春节期间. */
    static @Nullable Edtf ofTwo(DatePart part, MatchResult words) {
        boolean before = words.group().endsWith("前夕") || words.group().contains("来临");
        var first = about(day(Feasts.of(words.group(1)), part.year(), null).minusDays(before ? 1 : 0));
        var last = about(day(Feasts.of(words.group(2)), part.year(), null).minusDays(before ? 1 : 0));
        return first.equals(last)
                ? first
                : new Edtf(Shape.INTERVAL, List.of(first.first(), last.first()), Qualifier.APPROXIMATE);
    }

    /** The month, more or less: the words tell no day. */
    private static Edtf about(LocalDate day) {
        return new Edtf(Shape.SINGLE, List.of(Period.month(day.getYear(), day.getMonthValue())), Qualifier.APPROXIMATE);
    }

    private static LocalDate day(Feast feast, int year, @Nullable String number) {
        if (year < feast.first()) {
            throw new DateRefusedException("firstFeast", feast.name(), feast.first());
        }
        int right = year - feast.first() + 1;
        if (number != null && feast.first() > 0 && Integer.parseInt(number) != right) {
            throw new DateRefusedException("numberOfFeast", feast.name(), year, right, Integer.parseInt(number));
        }
        var lunar = feast.inTheLastMonths();
        if (lunar.isPresent()) {
            return lunar.get().in(year, false).earliest();
        }
        return feast.dayIn(year);
    }
}
