package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Messages;
import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.journal.JournalLine;
import cn.jinshan.chronicle.journal.JournalLines;
import cn.jinshan.chronicle.journal.JournalRetention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every verb of the journal has a message, and only the retention deletes lines. */
class JournalVerbsTest {

    private static final Pattern DOTTED = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");

    private static final List<String> WRITTEN =
            List.of("account.renamed", "entry.erased", "personal-information.confirmed");

    private static final JournalWords WORDS = new JournalWords(Messages.source());

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {Messages.CHINESE, Messages.ENGLISH})
    void everyVerbAndItsAreaHaveWordsAndNothingElseHas(String language) throws IOException {
        var messages = Messages.of(language).stringPropertyNames();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access.refused      | /admin/settings            | /admin/settings                       | /admin/settings
            account.invited     | REVIEWER                   | 审核人                                | Reviewer
            account.role-changed | EDITOR → REVIEWER         | 编辑 → 审核人                          | Editor → Reviewer
            chronicle.changed   | title, introduction, source | 标题，引言，最早发表在哪里               | Title, Introduction, Where it was first published
            section.changed     | title, english, slug, tone | 标题，英文名称，网址里的名字，颜色和记号     | Title, English title, Name in addresses, Colour and mark
            subject.name-given  | subject 4                  | 人物单位4                             | Subject 4
            entry.drafted       | edition 2                  | 第2版                                 | Version 2
            journal.shortened   | 12                         | 12条                                  | 12 lines
            report.answered     | CORRECTED                  | 已更正                                | Corrected
            report.answered     | NO_CHANGE, contact forgotten | 不用改，联系方式已经删去               | No change needed, contact forgotten
            report.answered     | SPAM                       | 是广告                                | Advertising
            report.contacts-expired | 3                      | 3件                                   | 3 reports
            settings.changed    | publisher, contact, licence, icp, police, marks | 主办单位，联系方式，转载说明，ICP备案号，公安备案号，其他标识 | Publisher, Contact, Use of the texts, ICP record number, Police record number, Other marks
            settings.changed    | icp, reviews 0/0 → 1/0     | ICP备案号，审核次数（新条目0 → 1，更正0 → 0） | ICP record number, Reviews (new entries 0 → 1, corrections 0 → 0)
            subject.merged      | merged into subject 4      | 合并到人物单位4                         | Merged into: Subject 4
            subject.merged      | PERSON merged into ORGANISATION subject 4 | 原来是人物，合并到人物单位4（单位） | Was under People; merged into: Subject 4, under Organisations
            database.older      | 2026-11-20 10:00:00 → 2026-11-20 10:30:00 | 2026-11-20 10:00:00 → 2026-11-20 10:30:00 | 2026-11-20 10:00:00 → 2026-11-20 10:30:00
            working-copy.expired | 2                         | 2份                                   | 2
            backup.downloaded   | chronicle-20240903-120000.zip | chronicle-20240903-120000.zip      | chronicle-20240903-120000.zip
            """)
    void whatTheApplicationNotesIsPutIntoTheReadersWords(String verb, String note, String chinese, String english) {
        for (var language : Map.of(Locale.SIMPLIFIED_CHINESE, chinese, Locale.ENGLISH, english)
                .entrySet()) {
            LocaleContextHolder.setLocale(language.getKey());
            var row = WORDS.row(new JournalLine(Instant.EPOCH, null, verb, "-", note, null), Map.of(), Map.of());

            assertThat(row.note()).isEqualTo(language.getValue());
            assertThat(row.written()).isFalse();
        }
    }

    @Test
    void whatSomebodyWroteStaysAsItIs() {
        for (var verb : WRITTEN) {
            var row = WORDS.row(new JournalLine(Instant.EPOCH, null, verb, "-", "王芳，EDITOR", null), Map.of(), Map.of());

            assertThat(row.note()).isEqualTo("王芳，EDITOR");
            assertThat(row.written()).isTrue();
        }
    }

    @Test
    void whatWasOnlyCountedSaysHowOften() {
        for (var verb : List.of("account.refused", "account.refused-too-often")) {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            var row = WORDS.row(new JournalLine(Instant.EPOCH, null, verb, "-", "37", null), Map.of(), Map.of());

            assertThat(row.note()).isEqualTo("今天另有37次，没有逐条记");
            assertThat(row.written()).isFalse();
        }
    }

    /** Or its note would be read as the code has it. */
    @Test
    void everyVerbWithANoteIsInOneOfTheTwoTestsAbove() throws NoSuchMethodException {
        var samples = JournalVerbsTest.class
                .getDeclaredMethod(
                        "whatTheApplicationNotesIsPutIntoTheReadersWords",
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        var translated =
                samples.lines().map(line -> line.replaceFirst("\\s*\\|.*", "").strip());
        var noted = writers().stream()
                .flatMap(code -> Pattern.compile(
                                "\\b(?:write|note)\\(\\s*(\"[a-z.-]+\"|SHORTENED),[^,;(]+(?:\\([^;()]*\\))?,([^;]+)\\);")
                        .matcher(code)
                        .results())
                .filter(call -> !call.group(2).strip().equals("null"))
                .map(call -> call.group(1).equals("SHORTENED")
                        ? JournalRetention.SHORTENED
                        : call.group(1).replace("\"", ""))
                .filter(verb -> verb.contains("."));

        // Which edition it was drafted from is noted with a transition
        assertThat(Stream.concat(noted, Stream.of(Transition.DRAFT_FROM.journalled()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(translated, WRITTEN.stream()).collect(Collectors.toSet()));
    }

    @Test
    void onlyTheRetentionDeletesFromTheJournalAndOnlyAnErasureTakesNotesOut() throws IOException {
        var change = Pattern.compile(
                "(?i)\\b(?:delete(?:\\s+from)?|update(?:\\s+versioned)?|truncate(?:\\s+table)?|merge\\s+into)\\s+\"?(JournalLine|journal)\\b");
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(file -> change.matcher(read(file)).find())
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "Erasure.java", "JournalRetention.java", "V9__say_from_where_in_the_journal.sql");
        }
        // Whoever has both could also remove a line by the object
        assertThat(javaFiles()
                        .filter(file -> read(file).contains("JournalLine"))
                        .filter(file -> Pattern.compile(
                                        "\\b(?:EntityManager|Criteria|Jdbc|Session\\b|StatelessSession)")
                                .matcher(read(file))
                                .find())
                        .map(file -> file.getFileName().toString()))
                .containsExactly("JournalRetention.java");
        assertThat(JournalLines.class.getMethods())
                .extracting("name")
                .containsExactlyInAnyOrder("save", "findById", "findBy", "read", "at");
    }

    private static List<String> writers() {
        return javaFiles()
                .map(JournalVerbsTest::read)
                .filter(code -> Pattern.compile(
                                "\\b(?:Journal journal|class Journal|enum Transition|insert into journal)\\b")
                        .matcher(code)
                        .find())
                .toList();
    }

    private static Stream<Path> javaFiles() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(Pattern pattern, List<String> codes) {
        return codes.stream()
                .flatMap(code -> pattern.matcher(code).results())
                .map((MatchResult match) -> match.group(1));
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
