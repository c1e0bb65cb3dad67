package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The questions of {@code search/questions.txt}, asked of the year 2023 as it was published, with nothing beside it.
 */
@WholeApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:questions")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchQuestionsTest {

    private static final double RIGHT = 0.95;

    @Autowired
    Reader reader;

    @Autowired
    JdbcTemplate database;

    private List<Answer> answers = List.of();

    private record Question(String kind, String words, String expected) {

        static Question of(String line) {
            var columns = line.split(" \\| ");
            return new Question(columns[0], columns[1], columns[2]);
        }

        boolean expectsNone() {
            return expected.equals("none");
        }

        boolean isRightlyAnsweredBy(Answer answer) {
            var shown = answer.entries.stream().limit(3).map(String::valueOf).toList();
            return isAmong(shown) || (expected.endsWith("none") && (shown.isEmpty() || answer.near));
        }

        private boolean isAmong(List<String> shown) {
            return expected.endsWith("!")
                    ? !shown.isEmpty() && expected.equals(shown.get(0) + "!")
                    : Stream.of(expected.split(" ")).anyMatch(shown::contains);
        }
    }

    private record Answer(Question question, boolean near, int count, List<Integer> entries, List<String> suggestions) {

        static Answer of(Question question, Document page) {
            var results = page.getElementById("results");
            return new Answer(
                    question,
                    results.attr("data-near").equals("true"),
                    Integer.parseInt(results.attr("data-count")),
                    Reader.entries(page).toList(),
                    page.select(".search__near a").stream()
                            .map(Answer::suggestion)
                            .toList());
        }

        private static String suggestion(Element link) {
            var words = UriComponentsBuilder.fromUriString(link.attr("href").replace("#results", ""))
                    .build()
                    .getQueryParams()
                    .getFirst("q");
            return words == null ? link.text() : URLDecoder.decode(words, StandardCharsets.UTF_8);
        }

        boolean isRight() {
            return question.isRightlyAnsweredBy(this);
        }

        @Override
        public String toString() {
            return "%s | %s | %s: %s%d %s %s"
                    .formatted(
                            question.kind,
                            question.words,
                            question.expected,
                            near ? "near " : "",
                            count,
                            entries.stream().limit(5).toList(),
                            suggestions);
        }
    }

    @BeforeAll
    void ask() throws IOException {
        answers = Files.readAllLines(Path.of("src/test/resources/search/questions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Question::of)
                .map(question -> Answer.of(question, page(question.words)))
                .toList();
    }

    @Test
    void nearlyAllQuestionsAreAnsweredRight() {
        var wrong = answers.stream().filter(answer -> !answer.isRight()).toList();

        assertThat(answers.size() - wrong.size())
                .as("right of %d; by kind %s; not right:%n%s", answers.size(), rightByKind(), lines(wrong))
                .isGreaterThanOrEqualTo((int) Math.ceil(answers.size() * RIGHT));
    }

    private TreeMap<String, String> rightByKind() {
        var kinds = new TreeMap<String, String>();
        answers.stream()
                .collect(Collectors.partitioningBy(
                        Answer::isRight, Collectors.groupingBy(answer -> answer.question.kind, Collectors.counting())))
                .forEach((right, counts) -> counts.forEach(
                        (kind, count) -> kinds.merge(kind, (right ? "" : "not ") + count, (a, b) -> a + ", " + b)));
        return kinds;
    }

    @Test
    void whatTheChronicleHasNothingOfIsNeverAnsweredAsIfItHad() {
        assertThat(answers)
                .filteredOn(answer -> answer.question.expectsNone())
                .allMatch(answer -> answer.near || answer.count == 0);
    }

    /** In a question of several words, those that are found stay as they are. */
    @Test
    void nothingIsSuggestedButWholeNamesTitlesAndWords() {
        var whole = Set.copyOf(database.queryForList("""
                select name from subject union select title from edition where live = true
                union select name from term union select form from term_form union select form from name_form""", String.class));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.suggestions)
                        .allMatch(suggestion -> whole.contains(suggestion)
                                || Stream.of(suggestion.split(" "))
                                        .allMatch(word -> whole.contains(word)
                                                || List.of(answer.question.words.split(" "))
                                                        .contains(word))));
    }

    @Test
    void whatIsSuggestedIsFound() {
        assertThat(answers.stream()
                        .flatMap(answer -> answer.suggestions.stream())
                        .distinct())
                .allSatisfy(words -> assertThat(Reader.entries(page(words))).isNotEmpty());
    }

    @Test
    void asManyAreShownAsAreCounted() {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.entries).hasSize(Math.min(Search.PAGE, answer.count)));
    }

    private Document page(String words) {
        return reader.page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private static String lines(List<Answer> answers) {
        return answers.stream().map(Answer::toString).collect(Collectors.joining("\n"));
    }
}
