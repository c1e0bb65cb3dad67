package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL that looks for words in folded texts, in the fastest way for H2 or PostgreSQL. */
final class SearchSql {

    /** The length of the shortest word that the index can find, in characters. */
    private static final int TRIGRAM = 3;

    private final JdbcClient database;

    /** Whether the database is PostgreSQL, which has an index of trigrams; H2 reads all texts. */
    private final boolean postgres;

    SearchSql(JdbcTemplate database) {
        this.database = JdbcClient.create(database);
        this.postgres = Folding.isPostgres(database);
    }

    boolean isPostgres() {
        return postgres;
    }

    StatementSpec query(String sql, Map<String, Object> parameters) {
        return database.sql(sql).params(parameters);
    }

    /** The condition that one of the columns has one of the words, which are named by their parameters. */
    static String any(Set<String> parameters, BinaryOperator<String> has, String... columns) {
        return List.of(columns).stream()
                .flatMap(column -> parameters.stream().map(parameter -> has.apply(column, parameter)))
                .collect(joining(" or "));
    }

    /** The condition that a column contains a word, by reading the text; it takes half the time of {@code like}. */
    String has(String column, String parameter) {
        return (postgres ? "strpos(" : "instr(") + column + ", :" + parameter + ") > 0";
    }

    /** The condition that a column matches a pattern of at least {@link #TRIGRAM} characters, by the index. */
    static String like(String column, String parameter) {
        return column + " like :" + parameter + " escape '!'";
    }

    boolean areIndexed(Collection<String> words) {
        return postgres && words.stream().allMatch(word -> word.codePointCount(0, word.length()) >= TRIGRAM);
    }

    /** Patterns that match texts with one of the words; {@code %} and {@code _} in a word match themselves. */
    static List<String> patterns(Collection<String> words) {
        return words.stream()
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
    }

    /** The words as parameters, each named by this prefix and a number. */
    static Map<String, Object> numbered(String name, Collection<String> words) {
        var parameters = new LinkedHashMap<String, Object>();
        words.forEach(word -> parameters.put(name + parameters.size(), word));
        return parameters;
    }
}
