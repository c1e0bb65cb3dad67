package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.search.Searching.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * SQL for how well a text matches a search: for each word, 0 if it stands in the title, up to 3 in the wording of the
 * date, then the sum of these; null if a word is missing.
 */
final class Worth {

    /** Up to so many subjects are listed by number in the query, which is faster in H2; more are searched again. */
    private static final int FEW = 100;

    /** Up to so many editions about a word are looked up one by one in PostgreSQL. */
    private static final int MANY = 1000;

    private final SearchSql sql;

    private final Map<String, Object> parameters = new HashMap<>();

    private final List<String> worths = new ArrayList<>();

    /** Conditions for computing the worth of a text; for a single word PostgreSQL is faster without. */
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
                // PostgreSQL uses the index beside an array, but not beside a subquery
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

    /** The query for the editions about these subjects, which have the word in their names; null without subjects. */
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

    /** The SQL of the sum; null where a word is missing. */
    String sum() {
        return String.join(" + ", worths);
    }

    /** The conditions after the given text; empty if there are none. */
    String conditions(String before) {
        return conditions.isEmpty() ? "" : before + String.join(" and ", conditions);
    }

    /** The subjects that have each word in their names. Their folded names contain their readings. */
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
