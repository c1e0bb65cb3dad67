package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well the entries of a year cover it, those included that may still become public.
 *
 * @param emptyMonths 1 to 12, in which nothing is known to have happened
 * @param precisions how many are dated how precisely
 */
public record Coverage(List<Integer> emptyMonths, Map<Precision, Long> precisions) {

    static Coverage of(List<EditorialEditions.Dated> dated, int last) {
        int months = dated.stream().mapToInt(EditorialEditions.Dated::months).reduce(0, (some, more) -> some | more);
        var precisions = new EnumMap<Precision, Long>(Precision.class);
        for (var alike : dated) {
            var precision = alike.precision();
            if (precision != null) {
                precisions.merge(precision, alike.count(), Long::sum);
            }
        }
        return new Coverage(
                IntStream.rangeClosed(1, last)
                        .filter(month -> (months & 1 << (month - 1)) == 0)
                        .boxed()
                        .toList(),
                precisions);
    }
}
