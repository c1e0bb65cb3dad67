package cn.jinshan.chronicle.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code writes into the journal has words, and only the retention takes anything out. */
class JournalVerbsTest {

    private static final Pattern DOTTED = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyVerbAndItsAreaHaveWordsAndNothingElseHas(String file) throws IOException {
        var messages = messages(file);
        var verbs = found(DOTTED, writers())
                .filter(dotted -> !messages.contains(dotted) || messages.contains("verb." + dotted))
                .collect(Collectors.toSet());

        assertThat(verbs).contains("entry.published", "account.invited", "account.signed-in", "journal.shortened");
        assertThat(withPrefix("verb.", messages)).containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(withPrefix("verbs.", messages))
                .containsExactlyInAnyOrderElementsOf(
                        verbs.stream().map(JournalLine::area).collect(Collectors.toSet()));
    }

    /** Or the test above would not see it. */
    @Test
    void everyVerbIsWrittenOutWhereTheJournalIsWritten() {
        assertThat(found(Pattern.compile("journal\\s*\\.write\\(\\s*([^,]+),"), writers()))
                .hasSizeGreaterThan(10)
                .allMatch(verb -> !verb.contains("+"));
    }

    @Test
    void onlyTheRetentionDeletesFromTheJournalAndNothingChangesIt() throws IOException {
        var change = Pattern.compile(
                "(?i)\\b(?:delete\\s+from|update|truncate(?:\\s+table)?|merge\\s+into)\\s+(JournalLine|journal)\\b");
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(file -> change.matcher(read(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("JournalRetention.java", "V9__say_from_where_in_the_journal.sql");
        }
        assertThat(JournalLines.class.getMethods())
                .extracting("name")
                .containsExactlyInAnyOrder("save", "findById", "findBy", "read", "at");
    }

    private static List<String> writers() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(JournalVerbsTest::read)
                    .filter(code -> Pattern.compile("\\bJournal journal\\b")
                            .matcher(code)
                            .find())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<String> found(Pattern pattern, List<String> codes) {
        return codes.stream()
                .flatMap(code -> pattern.matcher(code).results())
                .map((MatchResult match) -> match.group(1));
    }

    private static Set<String> messages(String file) throws IOException {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            messages.load(reader);
        }
        return messages.stringPropertyNames();
    }

    private static Set<String> withPrefix(String prefix, Set<String> messages) {
        return messages.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
