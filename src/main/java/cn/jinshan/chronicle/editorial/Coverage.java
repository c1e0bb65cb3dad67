package cn.jinshan.chronicle.editorial;

import cn.jinshan.chronicle.dates.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Coverage of a year by its entries, including those that may still become public: empty months and precision of dates.
 *
 * @param emptyMonths the months, 1 to 12, without a known event
 * @param precisions the number of entries by precision of their date
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
