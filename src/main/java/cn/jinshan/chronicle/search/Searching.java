package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

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

    /** So many subjects are named to the database one by one, which H2 is quicker with; more it finds again. */
    private static final int FEW = 100;

    /** Up to so many editions that are about a word PostgreSQL looks up one by one. */
    private static final int MANY = 1000;

    /** The index has no shorter words, in characters. */
    private static final int TRIGRAM = 3;

    /** So many rows come from the database at once. */
    private static final int FETCHED = 1000;

    private final JdbcClient database;

    /** PostgreSQL has an index of trigrams; H2 goes through all texts. */
    private final boolean postgres;

    Searching(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
        this.postgres = Folding.isPostgres(database);
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
        query("select x.folded from subject x where (" + String.join(" or ", likes) + ") and" + MENTIONED, parameters)
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
        var worth = new Worth(words);
        // With an offset PostgreSQL reckons the worth first, and once
        return query(
                        "select * from (select f.section_id, f.edition_id, f.entry_id, f.position, f.place, f.months, "
                                + worth.sum() + " as worth from edition_text f" + worth.conditions(" where ")
                                + " offset 0) h where h.worth is not null",
                        worth.parameters)
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
        var worth = new Worth(words);
        return query(
                        "select f.edition_id from edition_text f left join section s on s.id = f.section_id"
                                + " left join chronicle c on c.id = s.chronicle_id where c.opened is not null and "
                                + worth.sum() + " is not null" + worth.conditions(" and ") + " limit 1",
                        worth.parameters)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private List<String> near(String word) {
        if (FoldedText.unmarked(word).length() < 2 || word.length() >= LONG) {
            return List.of();
        }
        var nearest = new Nearest(word);
        var halves = numbered("h", nearest.halves());
        query(
                        "select x.name, x.folded from subject x where (" + any(halves.keySet(), this::has, "x.folded")
                                + ") and" + MENTIONED + " order by x.id desc limit " + LOOKED_AT,
                        halves)
                .query(row -> {
                    nearest.name(row.getString(1), row.getString(2));
                });
        boolean indexed = areIndexed(nearest.halves());
        var editions = query(
                        "select f.edition_id from edition_text f where "
                                + any(halves.keySet(), indexed ? Searching::like : this::has, "f.title", "f.prose")
                                + " order by f.edition_id desc limit " + LOOKED_AT,
                        indexed ? numbered("h", patterns(nearest.halves())) : halves)
                .query(Long.class)
                .list();
        if (!editions.isEmpty()) {
            query(
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

    /** The condition that one of these texts has one of these words, by the names of their parameters, in it. */
    private static String any(Set<String> parameters, BinaryOperator<String> has, String... columns) {
        return List.of(columns).stream()
                .flatMap(column -> parameters.stream().map(parameter -> has.apply(column, parameter)))
                .collect(joining(" or "));
    }

    /** Goes through a text in half the time of {@code like}. */
    private String has(String column, String parameter) {
        return (postgres ? "strpos(" : "instr(") + column + ", :" + parameter + ") > 0";
    }

    /** Looks up a word of at least {@link #TRIGRAM} characters, whose parameter is a pattern. */
    private static String like(String column, String parameter) {
        return column + " like :" + parameter + " escape '!'";
    }

    private boolean areIndexed(Collection<String> words) {
        return postgres && words.stream().allMatch(word -> word.codePointCount(0, word.length()) >= TRIGRAM);
    }

    /** Patterns for whatever contains one of the words, in which {@code %} and {@code _} mean themselves. */
    private static List<String> patterns(Collection<String> words) {
        return words.stream()
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
    }

    /** Of how much worth the place is that a folded text has each word in: the less the better; null without it. */
    private final class Worth {

        private final Map<String, Object> parameters = new HashMap<>();

        private final List<String> worths = new ArrayList<>();

        /** What a text has to meet before its worth is reckoned; PostgreSQL is quicker without for one word alone. */
        private final List<String> conditions = new ArrayList<>();

        Worth(List<Word> words) {
            var named = named(words);
            for (var word : words) {
                var number = worths.size();
                var forms = numbered("w" + number + "_", word.all());
                parameters.putAll(forms);
                var about = about(word, named.getOrDefault(word, List.of()), "s" + number);
                worths.add("case when " + any(forms.keySet(), Searching.this::has, "f.title") + " then 0"
                        + (about == null ? "" : " when f.edition_id in (" + about + ") then 1") + " when "
                        + any(forms.keySet(), Searching.this::has, "f.prose") + " then 2 when "
                        + any(forms.keySet(), Searching.this::has, "f.wording") + " then 3 end");
                if (areIndexed(word.all()) && (about == null || !areMany(about, "s" + number))) {
                    var patterns = numbered("p" + number + "_", patterns(word.all()));
                    parameters.putAll(patterns);
                    // Beside a subquery PostgreSQL uses no index, but beside an array
                    conditions.add(anywhere(patterns, Searching::like, about, " = any (array(" + about + "))"));
                } else if (!postgres || words.size() > 1) {
                    conditions.add(anywhere(forms, Searching.this::has, about, " in (" + about + ")"));
                }
            }
        }

        private static String anywhere(
                Map<String, Object> words, BinaryOperator<String> has, @Nullable String about, String among) {
            return "(" + any(words.keySet(), has, "f.title", "f.prose", "f.wording")
                    + (about == null ? "" : " or f.edition_id" + among) + ")";
        }

        /** The editions that are about one of these subjects, which have the word in their names; null without any. */
        private @Nullable String about(Word word, List<Long> subjects, String parameter) {
            if (subjects.isEmpty()) {
                return null;
            }
            boolean few = subjects.size() <= FEW;
            parameters.put(parameter, few ? subjects : word.word());
            return "select m.edition_id from edition_subject m where m.subject_id in ("
                    + (few ? ":" + parameter : "select x.id from subject x where " + has("x.folded", parameter)) + ")";
        }

        private boolean areMany(String about, String subjects) {
            return query(about + " limit 1 offset " + MANY, Map.of(subjects, parameters.get(subjects)))
                    .query(Long.class)
                    .optional()
                    .isPresent();
        }

        /** The sum of them; null where a word is lacking. */
        String sum() {
            return String.join(" + ", worths);
        }

        /** The conditions, after this; empty without any. */
        String conditions(String before) {
            return conditions.isEmpty() ? "" : before + String.join(" and ", conditions);
        }
    }

    /** The subjects that have each word in their names, where any has; these know by themselves how they are read. */
    private Map<Word, List<Long>> named(List<Word> words) {
        var sought = numbered("n", words.stream().map(Word::word).toList());
        var named = new HashMap<Word, List<Long>>();
        query("select x.id, x.folded from subject x where " + any(sought.keySet(), this::has, "x.folded"), sought)
                .query(row -> {
                    var id = row.getLong(1);
                    var folded = row.getString(2);
                    words.stream()
                            .filter(word -> folded.contains(word.word()))
                            .forEach(word -> named.computeIfAbsent(word, none -> new ArrayList<>())
                                    .add(id));
                });
        return named;
    }

    /** These words as parameters whose names begin so. */
    private static Map<String, Object> numbered(String name, Collection<String> words) {
        var parameters = new LinkedHashMap<String, Object>();
        words.forEach(word -> parameters.put(name + parameters.size(), word));
        return parameters;
    }

    private StatementSpec query(String sql, Map<String, Object> parameters) {
        return database.sql(sql).params(parameters);
    }
}
