package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.entries.Nearest.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.AvailableHints;

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

    /** Up to so many editions are compared with a text one by one, so that PostgreSQL can look the texts up. */
    private static final int MANY = 1000;

    private static final String ABOUT = "select m.edition_id from edition_subject m where m.subject_id";

    /** The index has no shorter words, in characters. */
    private static final int TRIGRAM = 3;

    /** So many rows come from the database at once. */
    private static final int FETCHED = 1000;

    private final EntityManager database;

    /** PostgreSQL has an index of trigrams; H2 goes through all texts. */
    private final boolean postgres;

    Searching(EntityManager database) {
        this.database = database;
        this.postgres = database.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect;
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
        for (var row : rows(query(
                "select x.folded, x.id from subject x where (" + String.join(" or ", likes) + ") and" + MENTIONED,
                parameters))) {
            var lines = ((String) row[0]).lines().toList();
            lines.stream()
                    .skip(1)
                    .filter(letters::contains)
                    .forEach(reading -> read.computeIfAbsent(reading, same -> new LinkedHashSet<>())
                            .add(lines.get(0)));
        }
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
        var condition = new Condition(words);
        return rowsOneByOne(query(
                        "select f.section_id, f.edition_id, f.entry_id, f.position, f.place, f.months, "
                                + condition.rank + " from edition_text f where " + condition.texts,
                        condition.parameters))
                .<Hit>mapMulti((row, hits) -> {
                    var section = opened.get(longNumber(row[0]));
                    if (section != null) {
                        hits.accept(hit(row, section));
                    }
                });
    }

    private static Hit hit(Object[] row, Section section) {
        return new Hit(
                longNumber(row[1]),
                number(row[6]),
                section.chronicle().year(),
                row[4] == null ? null : number(row[4]),
                section.position(),
                number(row[3]),
                longNumber(row[2]),
                new Hit.Group(section.slug(), number(row[5])));
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
        var condition = new Condition(words);
        return !query(
                        "select f.edition_id from edition_text f left join section s on s.id = f.section_id"
                                + " left join chronicle c on c.id = s.chronicle_id where " + condition.texts
                                + " and c.opened is not null",
                        condition.parameters)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private List<String> near(String word) {
        if (FoldedText.unmarked(word).length() < 2 || word.length() >= LONG) {
            return List.of();
        }
        var nearest = new Nearest(word);
        var halves = new LinkedHashMap<String, String>();
        nearest.halves().forEach(half -> halves.put("h" + halves.size(), half));
        var parameters = parameters(halves);
        var subjects = query(
                "select x.name, x.folded from subject x where (" + any(halves, "x.folded") + ") and" + MENTIONED
                        + " order by x.id desc",
                parameters);
        subjects.setMaxResults(LOOKED_AT);
        rows(subjects).forEach(row -> nearest.name((String) row[0], (String) row[1]));
        var editions = query(
                "select f.edition_id from edition_text f where " + any(halves, "f.title", "f.prose")
                        + " order by f.edition_id desc",
                parameters);
        editions.setMaxResults(LOOKED_AT);
        var texts = query(
                "select e.title, e.body, e.easy_read" + EDITION + " where" + Editions.PUBLIC + "and e.id in (:ids)",
                Map.of("ids", editions.getResultList()));
        for (var row : rows(texts)) {
            nearest.in((String) row[0], Place.TITLE);
            new Prose((String) row[1]).paragraphs().forEach(paragraph -> nearest.in(paragraph, Place.TEXT));
            new Prose((String) row[2]).paragraphs().forEach(paragraph -> nearest.in(paragraph, Place.TEXT));
        }
        return nearest.likeliest(SUGGESTED);
    }

    /** The condition that one of these texts has one of these words, by the names of their parameters, in it. */
    private String any(Map<String, String> words, String... columns) {
        return List.of(columns).stream()
                .flatMap(column -> words.entrySet().stream().map(word -> has(column, word.getKey(), word.getValue())))
                .collect(joining(" or "));
    }

    /**
     * Looked up where there is an index for it, and else gone through by what takes a half of the time of {@code like}.
     */
    private String has(String column, String parameter, String word) {
        return isIndexed(word)
                ? column + " like :" + parameter + " escape '!'"
                : (postgres ? "strpos(" : "instr(") + column + ", :" + parameter + ") > 0";
    }

    private Object sought(String word) {
        return isIndexed(word) ? containing(word) : word;
    }

    private boolean isIndexed(String word) {
        return postgres && word.codePointCount(0, word.length()) >= TRIGRAM;
    }

    /** A pattern for whatever contains a word, in which {@code %} and {@code _} mean themselves. */
    private static String containing(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * Which folded texts have all the words, and of how much worth the place is that each has them in: the less the
     * better.
     */
    private final class Condition {

        private final Map<String, Object> parameters = new HashMap<>();

        private final String texts;

        private final String rank;

        Condition(List<Word> words) {
            var conditions = new ArrayList<String>();
            var ranks = new ArrayList<String>();
            var named = named(words);
            for (var word : words) {
                var forms = new LinkedHashMap<String, String>();
                for (var form : word.all()) {
                    forms.put("w" + (parameters.size() + forms.size()), form);
                }
                parameters.putAll(Searching.this.parameters(forms));
                var condition = any(forms, "f.title", "f.prose", "f.wording");
                var rank = "case when " + any(forms, "f.title") + " then 0";
                var subjects = named.get(word);
                if (subjects != null) {
                    var name = "s" + parameters.size();
                    boolean few = subjects.size() <= FEW;
                    var about = ABOUT + (few ? " in (:" + name + ")" : among(called(name, word), postgres));
                    parameters.put(name, few ? subjects : sought(word.word()));
                    boolean lookedUp = word.all().stream().allMatch(Searching.this::isIndexed)
                            && !areMany(about, Map.of(name, parameters.get(name)));
                    condition += " or f.edition_id" + among(about, lookedUp);
                    rank += " when f.edition_id" + among(about, false) + " then 1";
                }
                conditions.add("(" + condition + ")");
                // What has it neither in its title nor in its date has it in its text, which is long to look through
                ranks.add(rank + " when not (" + any(forms, "f.wording") + ") or " + any(forms, "f.prose")
                        + " then 2 else 3 end");
            }
            texts = String.join(" and ", conditions);
            rank = String.join(" + ", ranks);
        }

        private String called(String name, Word word) {
            return "select x.id from subject x where " + has("x.folded", name, word.word());
        }

        private boolean areMany(String about, Map<String, Object> parameters) {
            return number(query("select count(*) from (" + about + ") m", parameters)
                            .getSingleResult())
                    > MANY;
        }

        /** Beside a subquery PostgreSQL uses no index; in an array it looks one by one, which is slow for all texts. */
        private static String among(String selected, boolean array) {
            return array ? " = any (array(" + selected + "))" : " in (" + selected + ")";
        }
    }

    /** The subjects that have each word in their names, where any has; these know by themselves how they are read. */
    private Map<Word, List<Long>> named(List<Word> words) {
        var sought = new LinkedHashMap<String, String>();
        words.forEach(word -> sought.put("n" + sought.size(), word.word()));
        var named = new HashMap<Word, List<Long>>();
        for (var row : rows(
                query("select x.id, x.folded from subject x where " + any(sought, "x.folded"), parameters(sought)))) {
            words.stream()
                    .filter(word -> ((String) row[1]).contains(word.word()))
                    .forEach(word -> named.computeIfAbsent(word, none -> new ArrayList<>())
                            .add(((Number) row[0]).longValue()));
        }
        return named;
    }

    private Map<String, Object> parameters(Map<String, String> words) {
        var parameters = new HashMap<String, Object>();
        words.forEach((name, word) -> parameters.put(name, sought(word)));
        return parameters;
    }

    private Query query(String sql, Map<String, Object> parameters) {
        var query = database.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rowsOneByOne(Query query) {
        return query.setHint(AvailableHints.HINT_FETCH_SIZE, FETCHED).getResultStream();
    }

    private static long longNumber(Object value) {
        return ((Number) value).longValue();
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
