package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.Editions;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Tally;
import cn.jinshan.chronicle.search.Nearest.Place;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks for words in what is public. Each is looked for by itself, in the folded texts of editions and in the folded
 * names of subjects, so that a subject is found by its present name; an entry is found that has them all.
 */
final class Searching {

    /**
     * A word and what is found by it too: where it is how some subjects are read, what those are called; where it is a
     * date in figures, the date in words.
     */
    record Word(String word, List<String> others) {

        private static final Pattern DAY = Pattern.compile("([12]\\d{3})([-./])(\\d{1,2})\\2(\\d{1,2})");

        static Word of(String word, Collection<String> names) {
            var others = new ArrayList<>(names);
            var day = DAY.matcher(FoldedText.unmarked(word));
            if (day.matches()) {
                var inWords = day.group(1) + "年" + Integer.parseInt(day.group(3)) + "月" + Integer.parseInt(day.group(4))
                        + "日";
                others.add(FoldedText.forSearch(inWords).text());
            }
            return new Word(word, List.copyOf(others));
        }

        List<String> all() {
            var all = new ArrayList<>(List.of(word));
            all.addAll(others);
            return all;
        }
    }

    private static final String EDITION = " from edition e join chronicle c on c.id = e.chronicle_id";

    private static final Pattern LATIN = Pattern.compile("[a-z]+");

    /** So many subjects, and texts, are looked at for what was perhaps meant. */
    private static final int LOOKED_AT = 300;

    /** A word of this many characters and more has nothing near. */
    private static final int LONG = 20;

    private static final int SUGGESTED = 3;

    /** So many rows come from the database at once. */
    private static final int FETCHED = 1000;

    private final SearchSql sql;

    Searching(JdbcTemplate database) {
        this.sql = new SearchSql(database);
    }

    /** The words of a search; those in letters that together are how a subject is read are one. */
    List<Word> words(Search search) {
        var typed = search.words();
        var together = new LinkedHashSet<String>();
        for (int start = 0; start < typed.size(); start++) {
            for (int end = start; end < typed.size() && isLatin(typed.get(end)); end++) {
                together.add(String.join("", typed.subList(start, end + 1)));
            }
        }
        var read = together.isEmpty() ? Map.<String, Set<String>>of() : readings(together);
        var words = new ArrayList<Word>();
        for (int start = 0; start < typed.size(); ) {
            int end = start + 1;
            for (int longer = end + 1; longer <= typed.size(); longer++) {
                if (read.containsKey(String.join("", typed.subList(start, longer)))) {
                    end = longer;
                }
            }
            var word = String.join("", typed.subList(start, end));
            words.add(Word.of(word, read.getOrDefault(word, Set.of())));
            start = end;
        }
        return words.stream().distinct().toList();
    }

    private static boolean isLatin(String word) {
        return LATIN.matcher(word).matches();
    }

    /** What public subjects are called that are read so. */
    private Map<String, Set<String>> readings(Collection<String> letters) {
        var parameters = new HashMap<String, Object>();
        var likes = new ArrayList<String>();
        for (var each : letters) {
            var name = "r" + parameters.size();
            likes.add("concat(x.folded, '\n') like :" + name);
            parameters.put(name, "%\n" + each + "\n%");
        }
        var read = new HashMap<String, Set<String>>();
        sql.query(
                        "select x.folded from subject x where (" + String.join(" or ", likes) + ") and" + MENTIONED,
                        parameters)
                .query(String.class)
                .list()
                .forEach(folded -> {
                    var lines = folded.lines().toList();
                    lines.stream()
                            .skip(1)
                            .filter(letters::contains)
                            .forEach(reading -> read.computeIfAbsent(reading, same -> new LinkedHashSet<>())
                                    .add(lines.get(0)));
                });
        return read;
    }

    private static final String MENTIONED = " exists (select 1" + EDITION
            + " join edition_subject m on m.edition_id = e.id where m.subject_id = x.id and" + Editions.PUBLIC + ")";

    /**
     * What has all the words: how many by year, section and months, the newest year first; and the editions of a page.
     */
    record Hits(SortedMap<Integer, Tally> tallies, List<Long> page) {}

    /**
     * Goes through all texts once; of what it finds it keeps no more than the pages up to the one that is asked for.
     *
     * @param opened the sections of all opened years, by their numbers
     */
    Hits find(List<Word> words, Search search, Map<Long, Section> opened) {
        var groups = new TreeMap<Integer, Map<Hit.Group, Long>>(Comparator.reverseOrder());
        var best = new PriorityQueue<>(Hit.BEST_FIRST.reversed());
        long last = (long) search.filter().page() * Search.PAGE;
        try (var hits = hits(words, opened)) {
            hits.forEach(hit -> {
                groups.computeIfAbsent(hit.year(), year -> new HashMap<>()).merge(hit.group(), 1L, Long::sum);
                if (hit.isIn(search) && (best.size() < last || Hit.BEST_FIRST.compare(hit, best.element()) < 0)) {
                    best.add(hit);
                    if (best.size() > last) {
                        best.remove();
                    }
                }
            });
        }
        var tallies = new TreeMap<Integer, Tally>(Comparator.reverseOrder());
        groups.forEach((year, of) -> tallies.put(year, tally(of)));
        return new Hits(
                tallies,
                best.stream()
                        .sorted(Hit.BEST_FIRST)
                        .skip(last - Search.PAGE)
                        .map(Hit::edition)
                        .toList());
    }

    /** What is public and has all the words: there is a text for each live edition, and the year has to be opened. */
    private Stream<Hit> hits(List<Word> words, Map<Long, Section> opened) {
        var worth = new Worth(words, sql);
        // With an offset PostgreSQL reckons the worth first, and once
        return sql
                .query(
                        "select * from (select f.section_id, f.edition_id, f.entry_id, f.position, f.place, f.months, "
                                + worth.sum() + " as worth from edition_text f" + worth.conditions(" where ")
                                + " offset 0) h where h.worth is not null",
                        worth.parameters())
                .withFetchSize(FETCHED)
                .query((row, number) -> hit(row, opened.get(row.getLong("section_id"))))
                .stream()
                .flatMap(Optional::stream);
    }

    private static Optional<Hit> hit(ResultSet row, @Nullable Section section) throws SQLException {
        if (section == null) {
            return Optional.empty();
        }
        int place = row.getInt("place");
        boolean dated = !row.wasNull();
        return Optional.of(new Hit(
                row.getLong("edition_id"),
                row.getInt("worth"),
                section.chronicle().year(),
                dated ? place : null,
                section.position(),
                row.getInt("position"),
                row.getLong("entry_id"),
                new Hit.Group(section.slug(), row.getInt("months"))));
    }

    private static Tally tally(Map<Hit.Group, Long> groups) {
        return new Tally(groups.entrySet().stream()
                .map(group ->
                        new Tally.Row(group.getKey().section(), group.getKey().months(), group.getValue()))
                .toList());
    }

    /** What may have been meant by words that nothing has: each of them that nothing has alone by what is near it. */
    List<String> nearest(List<Word> words) {
        var lacking = words.stream()
                .filter(word -> words.size() == 1 || !isFound(List.of(word)))
                .toList();
        if (lacking.isEmpty()) {
            return List.of();
        }
        var meant = new HashMap<Word, List<String>>();
        lacking.forEach(word -> meant.put(word, near(word.word())));
        int most = lacking.size() == 1 ? SUGGESTED : 1;
        return IntStream.range(0, most)
                .filter(choice -> meant.values().stream().allMatch(near -> near.size() > choice))
                .mapToObj(choice -> words.stream()
                        .map(word -> meant.containsKey(word) ? meant.get(word).get(choice) : word.word())
                        .toList())
                .filter(suggestion -> isFound(suggestion.stream()
                        .map(word -> new Word(FoldedText.forSearch(word).text(), List.of()))
                        .toList()))
                .map(suggestion -> String.join(" ", suggestion))
                .toList();
    }

    /** The outer joins, in which nothing is lacking, only have H2 begin with the texts and end with the first. */
    private boolean isFound(List<Word> words) {
        var worth = new Worth(words, sql);
        return sql.query(
                        "select f.edition_id from edition_text f left join section s on s.id = f.section_id"
                                + " left join chronicle c on c.id = s.chronicle_id where c.opened is not null and "
                                + worth.sum() + " is not null" + worth.conditions(" and ") + " limit 1",
                        worth.parameters())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private List<String> near(String word) {
        if (FoldedText.unmarked(word).length() < 2 || word.length() >= LONG) {
            return List.of();
        }
        var nearest = new Nearest(word);
        var halves = SearchSql.numbered("h", nearest.halves());
        sql.query(
                        "select x.name, x.folded from subject x where ("
                                + SearchSql.any(halves.keySet(), sql::has, "x.folded") + ") and" + MENTIONED
                                + " order by x.id desc limit " + LOOKED_AT,
                        halves)
                .query(row -> {
                    nearest.name(row.getString(1), row.getString(2));
                });
        boolean indexed = sql.areIndexed(nearest.halves());
        var editions = sql.query(
                        "select f.edition_id from edition_text f where "
                                + SearchSql.any(
                                        halves.keySet(), indexed ? SearchSql::like : sql::has, "f.title", "f.prose")
                                + " order by f.edition_id desc limit " + LOOKED_AT,
                        indexed ? SearchSql.numbered("h", SearchSql.patterns(nearest.halves())) : halves)
                .query(Long.class)
                .list();
        if (!editions.isEmpty()) {
            sql.query(
                            "select e.title, e.body, e.easy_read" + EDITION + " where" + Editions.PUBLIC
                                    + "and e.id in (:ids)",
                            Map.of("ids", editions))
                    .query(row -> {
                        nearest.in(row.getString(1), Place.TITLE);
                        new Prose(row.getString(2)).paragraphs().forEach(each -> nearest.in(each, Place.TEXT));
                        new Prose(row.getString(3)).paragraphs().forEach(each -> nearest.in(each, Place.TEXT));
                    });
        }
        return nearest.likeliest(SUGGESTED);
    }
}
