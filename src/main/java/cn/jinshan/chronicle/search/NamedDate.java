package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.dates.DateRefusedException;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.text.FoldedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Year, month or day that a word of a question names, however it is written.
 *
 * @param query finds the entries of that year or month; none for a day
 * @param wording as chronicles write it
 */
record NamedDate(Query query, String wording) {

    private static final String NUMERALS = "零一二三四五六七八九";

    private static final Pattern DATE = Pattern.compile("[\\d" + NUMERALS + "十两千廿初年月日号至到~./-]{2,30}");
    private static final Pattern DIVIDED = Pattern.compile(".*[年月].*|.*\\d[./-]\\d.*|\\d{8}");
    private static final Pattern YEAR =
            Pattern.compile("([12]\\d{3}|[一二][" + NUMERALS + "]{3})(?=年|[./-]\\d|\\d{4}$).*");

    /** A year as people say it: 23年. */
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{2})(?=年)(.*)");

    /** @param years those that are open, the newest first */
    static Optional<NamedDate> of(String typed, List<Integer> years) {
        var word = inFull(FoldedText.searched(typed).replace("份", ""), years);
        if (years.isEmpty()
                || !DATE.matcher(word).matches()
                || !DIVIDED.matcher(word).matches()) {
            return Optional.empty();
        }
        var named = YEAR.matcher(word);
        var year = named.matches() ? Optional.of(year(named.group(1))) : Optional.<Integer>empty();
        try {
            return of(EventDate.parse(word, year.orElse(years.get(0)), null), year);
        } catch (DateRefusedException e) {
            return Optional.empty();
        }
    }

    private static String inFull(String word, List<Integer> years) {
        var named = SHORT_YEAR.matcher(word);
        return named.matches()
                ? years.stream()
                        .filter(year -> year % 100 == Integer.parseInt(named.group(1)))
                        .findFirst()
                        .map(year -> year + named.group(2))
                        .orElse(word)
                : word;
    }

    private static int year(String typed) {
        return Integer.parseInt(typed.codePoints()
                .map(each -> Character.isDigit(each) ? Character.digit(each, 10) : NUMERALS.indexOf(each))
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }

    private static Optional<NamedDate> of(EventDate date, Optional<Integer> year) {
        var day = date.edtf().earliest();
        var inYear = year.map(each -> each + "年").orElse("");
        if (date.edtf().precision() == Precision.YEAR) {
            return Optional.of(new NamedDate(EntryDocument.ofYear(day.getYear()), day.getYear() + "年"));
        }
        if (date.edtf().precision() == Precision.DAY) {
            return date.edtf().shape() == Shape.SINGLE
                    ? Optional.of(
                            new NamedDate(new MatchNoDocsQuery(), inYear + month(day) + day.getDayOfMonth() + "日"))
                    : Optional.empty();
        }
        return date.months() == 0
                ? Optional.empty()
                : Optional.of(new NamedDate(months(date, year), inYear + month(day)));
    }

    private static String month(LocalDate day) {
        return day.getMonthValue() + "月";
    }

    private static Query months(EventDate date, Optional<Integer> year) {
        var months = new BooleanQuery.Builder();
        IntStream.rangeClosed(1, 12)
                .filter(month -> (date.months() & 1 << (month - 1)) != 0)
                .forEach(month -> months.add(EntryDocument.ofMonth(month), Occur.SHOULD));
        var query = new BooleanQuery.Builder().add(months.build(), Occur.FILTER);
        year.ifPresent(each -> query.add(EntryDocument.ofYear(each), Occur.FILTER));
        return query.build();
    }
}
