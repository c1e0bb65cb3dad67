package cn.jinshan.chronicle.entries;

import static java.util.stream.Collectors.joining;

import cn.jinshan.chronicle.entries.Nearest.Place;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in what is public. Each is looked for by itself, in the folded texts of editions and in the folded
 * names of subjects, so that a subject is found by its present name; an entry is found that has them all.
 */
final class Searching {

    /** A word and, where it is how some subjects are read, what those are called. */
    record Word(String word, List<String> names) {

        List<String> all() {
            var all = new ArrayList<>(List.of(word));
            all.addAll(names);
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

    private final EntityManager database;

    /** PostgreSQL looks the texts up in their index only where the alternative is no subquery. */
    private final boolean arrays;

    Searching(EntityManager database) {
        this.database = database;
        this.arrays = database.getEntityManagerFactory()
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
            words.add(new Word(word, List.copyOf(read.getOrDefault(word, Set.of()))));
            start = end;
        }
        return words;
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

    /** How many entries have all the words, by year, section and months; the newest year first. */
    SortedMap<Integer, Tally> tallies(List<Word> words) {
        var found = new Condition(words);
        var rows = new HashMap<Integer, List<Tally.Row>>();
        for (var row : rows(query(
                "select c.chronicle_year, s.slug, e.months, count(*)" + found.found
                        + " group by c.chronicle_year, s.slug, e.months",
                found.parameters))) {
            rows.computeIfAbsent(number(row[0]), year -> new ArrayList<>())
                    .add(new Tally.Row((String) row[1], number(row[2]), ((Number) row[3]).longValue()));
        }
        var tallies = new TreeMap<Integer, Tally>(Comparator.reverseOrder());
        rows.forEach((year, of) -> tallies.put(year, new Tally(of)));
        return tallies;
    }

    /** The editions of a page that have all the words, the best first. */
    List<Long> page(List<Word> words, Search search, Collection<Integer> months) {
        var found = new Condition(words);
        var chosen = new StringBuilder(found.found);
        choose(chosen, found, "c.chronicle_year = :year", "year", search.year());
        choose(
                chosen,
                found,
                "s.slug in (:sections)",
                "sections",
                search.filter().choosesSections() ? search.filter().sections() : null);
        choose(chosen, found, "e.months in (:months)", "months", search.filter().choosesMonths() ? months : null);
        var query = query(
                "select e.id, 1" + chosen
                        + " order by w.place, c.chronicle_year desc, e.place, s.position, e.position, e.entry_id",
                found.parameters);
        query.setFirstResult((search.filter().page() - 1) * Search.PAGE);
        query.setMaxResults(Search.PAGE);
        return rows(query).stream().map(row -> ((Number) row[0]).longValue()).toList();
    }

    private static void choose(
            StringBuilder where, Condition found, String condition, String name, @Nullable Object chosen) {
        if (chosen != null) {
            where.append(" and ").append(condition);
            found.parameters.put(name, chosen);
        }
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

    private boolean isFound(List<Word> words) {
        var found = new Condition(words);
        var query = query("select e.id, 1" + found.found, found.parameters);
        query.setMaxResults(1);
        return !rows(query).isEmpty();
    }

    private List<String> near(String word) {
        if (word.length() < 2 || word.length() >= LONG) {
            return List.of();
        }
        var nearest = new Nearest(word);
        var halves = new HashMap<String, Object>();
        nearest.halves().forEach(half -> halves.put("h" + halves.size(), containing(half)));
        var subjects = query(
                "select x.name, x.folded from subject x where (x.folded like :h0 escape '!' or x.folded like :h1"
                        + " escape '!') and" + MENTIONED + " order by x.id desc",
                halves);
        subjects.setMaxResults(LOOKED_AT);
        rows(subjects).forEach(row -> nearest.name((String) row[0], (String) row[1]));
        var texts = query(
                "select e.title, e.body, e.easy_read" + EDITION + " join edition_text f on f.edition_id = e.id where"
                        + Editions.PUBLIC + "and (" + TITLE_OR_PROSE.formatted("h0", "h0") + " or "
                        + TITLE_OR_PROSE.formatted("h1", "h1") + ") order by e.id desc",
                halves);
        texts.setMaxResults(LOOKED_AT);
        for (var row : rows(texts)) {
            nearest.in((String) row[0], Place.TITLE);
            new Prose((String) row[1]).paragraphs().forEach(paragraph -> nearest.in(paragraph, Place.TEXT));
            new Prose((String) row[2]).paragraphs().forEach(paragraph -> nearest.in(paragraph, Place.TEXT));
        }
        return nearest.likeliest(SUGGESTED);
    }

    private static final String TITLE_OR_PROSE = "f.title like :%s escape '!' or f.prose like :%s escape '!'";

    /** A pattern for whatever contains a word, in which {@code %} and {@code _} mean themselves. */
    private static String containing(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Which folded texts have all the words, and how good a place each has them in. */
    private final class Condition {

        private final Map<String, Object> parameters = new HashMap<>();

        /** Public editions among them; their texts are gone through first, which are few where a word is rare. */
        private final String found;

        Condition(List<Word> words) {
            var conditions = new ArrayList<String>();
            var ranks = new ArrayList<String>();
            for (var word : words) {
                var forms = new ArrayList<String>();
                for (var form : word.all()) {
                    var name = "w" + parameters.size();
                    parameters.put(name, containing(form));
                    forms.add(name);
                }
                // Subjects know by themselves how they are read
                var about = "select m.edition_id from edition_subject m join subject x on x.id = m.subject_id where "
                        + any(forms.subList(0, 1), "x.folded");
                conditions.add("(" + any(forms, "f.title", "f.prose", "f.wording") + " or f.edition_id "
                        + (arrays ? "= any (array(" + about + "))" : "in (" + about + ")") + ")");
                ranks.add("case when " + any(forms, "f.title") + " then 0 when f.edition_id in (" + about
                        + ") then 1 when " + any(forms, "f.prose") + " then 2 else 3 end");
            }
            found = " from (select f.edition_id, " + String.join(" + ", ranks) + " as place from edition_text f where "
                    + String.join(" and ", conditions) + ") w join edition e on e.id = w.edition_id"
                    + " join chronicle c on c.id = e.chronicle_id join section s on s.id = e.section_id where"
                    + Editions.PUBLIC;
        }

        private static String any(List<String> forms, String... columns) {
            return List.of(columns).stream()
                    .flatMap(column -> forms.stream().map(form -> column + " like :" + form + " escape '!'"))
                    .collect(joining(" or "));
        }
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

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
