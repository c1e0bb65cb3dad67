package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    /** Messages whose names are put together where they are used, or given by Spring. */
    private static final Pattern COMPOSED = Pattern.compile(String.join(
            "|",
            "(ask|done|field|many|desk|thing|verbs?)\\..+",
            "backup\\.(warning|refused)\\..+",
            "backups\\.(copied|failed|restorable|tried)\\.[a-zA-Z_]+",
            "entry\\.subjects\\.[A-Z_]+",
            "hint\\.[A-Z_]+",
            "journal\\.part\\.[a-z]+",
            "lack\\.[A-Z_]+",
            "mistake\\.date\\.date(To)?(Year|Month|Day)",
            "list\\.order\\.[A-Z_]+",
            "list\\.without\\.[A-Z_]+",
            "period\\.[A-Z_]+",
            "personal\\.[A-Z_]+",
            "precision\\.[A-Z_]+",
            "reading\\.(now|size|contrast|language)\\..+",
            "(report|outcome)\\.[A-Z_]+",
            "review\\.[A-Z_]+",
            "review\\.verdict\\.[A-Z_]+",
            "role\\.[A-Z_]+",
            "search\\.refused\\.[a-z]+",
            "standing\\.[A-Z_]+",
            "state\\.[A-Z_]+",
            "index\\.kind\\.[A-Z_]+",
            "(term|rule|nameGroup)\\.(new|change|remove|(stale|removed)\\.(head|kept))",
            "tone\\.[A-Z_]+",
            "wording\\.[A-Z_]+",
            "reviews\\.\\d",
            "(date\\.)?refused\\.\\w+",
            "sheet\\.sign\\.\\w+",
            "methodInvocation|typeMismatch",
            "wcag\\..+"));

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(Messages.of(Messages.CHINESE).keySet())
                .isEqualTo(Messages.of(Messages.ENGLISH).keySet())
                .isNotEmpty();
    }

    @Test
    void bothLanguagesFillInTheSameGaps() throws IOException {
        var chinese = Messages.of(Messages.CHINESE);
        var english = Messages.of(Messages.ENGLISH);
        var gap = Pattern.compile("\\{(\\d)");

        assertThat(chinese.stringPropertyNames()).allSatisfy(key -> {
            var inEnglish = gap.matcher(english.getProperty(key))
                    .results()
                    .map(g -> g.group(1))
                    .collect(Collectors.toSet());
            var inChinese = gap.matcher(chinese.getProperty(key))
                    .results()
                    .map(g -> g.group(1))
                    .collect(Collectors.toSet());
            if (!key.equals("count.unit") && !key.equals("date.refused.day")) {
                assertThat(inEnglish).as(key).isEqualTo(inChinese);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Messages.CHINESE, Messages.ENGLISH})
    void everyMessageTakesItsGapsWhateverTheirNumber(String language) throws IOException {
        assertThat(Messages.of(language).entrySet()).allSatisfy(message -> {
            for (int number = 0; number < 3; number++) {
                var words = new MessageFormat(message.getValue().toString(), Locale.ENGLISH)
                        .format(Collections.nCopies(8, number).toArray());
                assertThat(words).as(message.getKey().toString()).doesNotContain("{", "}", "choice");
            }
        });
    }

    @Test
    void chineseIsPunctuatedInFullWidth() throws IOException {
        assertThat(Messages.of(Messages.CHINESE).entrySet())
                .allSatisfy(message -> assertThat(message.getValue().toString().replaceAll("\\{[^}]*}|用户名", ""))
                        .as(message.getKey().toString())
                        .doesNotContainPattern("[,;:?!()\"]")
                        .doesNotContainPattern("用户(?!名)")
                        .doesNotContain("您好", "亲", "非法", "无效", "异常", "参数", "操作失败", "暂无数据", "！"));
    }

    /** Chinese in plain words, where it says something else than to everybody. */
    @Test
    void plainWordsTakeTheSameGapsAndArePunctuatedInFullWidth() throws IOException {
        var chinese = Messages.of(Messages.CHINESE);
        var plain = Messages.of(Messages.PLAIN);
        var gap = Pattern.compile("\\{\\d");

        assertThat(plain.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            var words = plain.getProperty(key);
            var usual = chinese.getProperty(key);
            assertThat(usual).as(key).isNotNull().isNotEqualTo(words);
            assertThat(gap.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet()))
                    .as(key)
                    .isEqualTo(
                            gap.matcher(usual).results().map(MatchResult::group).collect(Collectors.toSet()));
            assertThat(words.replaceAll("\\{[^}]*}", ""))
                    .as(key)
                    .doesNotContainPattern("[,;:?!()\"]")
                    .doesNotContain("筛选", "栏目", "注明", "！");
        });
    }

    /** As what its name stands between wherever one is used: {@code #{name(} or {@code "name"}. */
    @Test
    void everyMessageIsUsed() throws IOException {
        var name = Pattern.compile("(?<=[#{'\"])[\\w.]+(?=[('\"}])");
        Set<String> used;
        try (var files = Files.walk(Path.of("src/main"))) {
            used = files.filter(path -> path.toString().matches(".*\\.(html|java)"))
                    .flatMap(path -> name.matcher(read(path)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
        assertThat(Messages.of(Messages.CHINESE).stringPropertyNames().stream()
                        .filter(key -> !COMPOSED.matcher(key).matches())
                        .filter(key -> !used.contains(key)))
                .isEmpty();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
