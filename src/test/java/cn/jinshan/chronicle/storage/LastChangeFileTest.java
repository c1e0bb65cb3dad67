package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastChangeFileTest {

    @TempDir
    Path folder;

    LastChangeFile file;
    Path path;

    @BeforeEach
    void in() {
        file = new LastChangeFile(folder.resolve("chronicle").toString());
        path = folder.resolve("chronicle.last-change");
    }

    @Test
    void theLastChangeIsRead() throws IOException {
        assertThat(file.read()).isEmpty();
        for (int number = 1; number <= 5; number++) {
            file.write(change(number));

            assertThat(new LastChangeFile(folder.resolve("chronicle").toString()).read())
                    .contains(change(number));
        }
    }

    /** Whatever part of a line a power cut leaves, on a line that stood there before or not. */
    @Test
    void aTornLineLeavesTheOneBefore() throws IOException {
        for (int before = 1; before <= 4; before++) {
            file.write(change(before));
            var whole = Files.readAllBytes(path);
            file.write(change(before + 10));
            var next = Files.readAllBytes(path);
            int line = before % 2 == 1 ? 4096 : 0;
            for (int kept = 0; kept < LastChange.LENGTH - 1; kept++) {
                var torn = Arrays.copyOf(whole, next.length);
                System.arraycopy(next, line, torn, line, kept);
                Files.write(path, torn);
                var found = file.read();

                assertThat(found).as("%d bytes of change %d", kept, before + 10).contains(change(before));
            }
            Files.write(path, whole);
            file.read();
        }
    }

    @Test
    void whatIsDamagedSaysNothingAndIsWrittenAnew() throws IOException {
        for (var damaged : new String[] {"", "?", change(3).line().replace("3", "4"), "\0".repeat(9000)}) {
            Files.writeString(path, damaged);

            assertThat(file.read()).isEmpty();
            file.write(change(7));
            assertThat(file.read()).contains(change(7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG", "fa", "th-TH-u-ca-buddhist-nu-thai", "mr", "my"})
    void whateverLanguageTheMachineSpeaks(String language) throws IOException {
        var spoken = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            file.write(change(1));
            assertThat(file.read()).contains(change(1));
            assertThat(change(1).line()).hasSize(LastChange.LENGTH).matches("[ -~]+\n");
        } finally {
            Locale.setDefault(spoken);
        }
    }

    private static LastChange change(long number) {
        return new LastChange(number, 30 + number, Instant.parse("2026-11-28T11:20:00.123456Z"));
    }
}
