package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.search.Searching.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How well a text has all the words of a search, as SQL: the sum over the words of where it has each, 0 for the title
 * to 3 for the wording of the date; null where it lacks one.
 */
final class Worth {

    /** So many subjects are named to the database one by one, which H2 is quicker with; more it finds again. */
    private static final int FEW = 100;

    /** Up to so many editions that are about a word PostgreSQL looks up one by one. */
    private static final int MANY = 1000;

    private final SearchSql sql;

    private final Map<String, Object> parameters = new HashMap<>();

    private final List<String> worths = new ArrayList<>();

    /** What a text has to meet before its worth is reckoned; PostgreSQL is quicker without for one word alone. */
    private final List<String> conditions = new ArrayList<>();

    Worth(List<Word> words, SearchSql sql) {
        this.sql = sql;
        var named = named(words);
        for (var word : words) {
            var number = worths.size();
            var forms = SearchSql.numbered("w" + number + "_", word.all());
            parameters.putAll(forms);
            var about = about(word, named.getOrDefault(word, List.of()), "s" + number);
            worths.add("case when " + SearchSql.any(forms.keySet(), sql::has, "f.title") + " then 0"
                    + (about == null ? "" : " when f.edition_id in (" + about + ") then 1") + " when "
                    + SearchSql.any(forms.keySet(), sql::has, "f.prose") + " then 2 when "
                    + SearchSql.any(forms.keySet(), sql::has, "f.wording") + " then 3 end");
            if (sql.areIndexed(word.all()) && (about == null || !areMany(about, "s" + number))) {
                var patterns = SearchSql.numbered("p" + number + "_", SearchSql.patterns(word.all()));
                parameters.putAll(patterns);
                // Beside a subquery PostgreSQL uses no index, but beside an array
                conditions.add(anywhere(patterns, SearchSql::like, about, " = any (array(" + about + "))"));
            } else if (!sql.isPostgres() || words.size() > 1) {
                conditions.add(anywhere(forms, sql::has, about, " in (" + about + ")"));
            }
        }
    }

    private static String anywhere(
            Map<String, Object> words, BinaryOperator<String> has, @Nullable String about, String among) {
        return "(" + SearchSql.any(words.keySet(), has, "f.title", "f.prose", "f.wording")
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
                + (few ? ":" + parameter : "select x.id from subject x where " + sql.has("x.folded", parameter)) + ")";
    }

    private boolean areMany(String about, String subjects) {
        return sql.query(about + " limit 1 offset " + MANY, Map.of(subjects, parameters.get(subjects)))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The sum of them; null where a word is lacking. */
    String sum() {
        return String.join(" + ", worths);
    }

    /** The conditions, after this; empty without any. */
    String conditions(String before) {
        return conditions.isEmpty() ? "" : before + String.join(" and ", conditions);
    }

    /** The subjects that have each word in their names, where any has; these know by themselves how they are read. */
    private Map<Word, List<Long>> named(List<Word> words) {
        var sought = SearchSql.numbered("n", words.stream().map(Word::word).toList());
        var named = new HashMap<Word, List<Long>>();
        sql.query(
                        "select x.id, x.folded from subject x where "
                                + SearchSql.any(sought.keySet(), sql::has, "x.folded"),
                        sought)
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
}
