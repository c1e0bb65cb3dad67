package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the H2 file is full for a while, in the middle of a write, while four people save. */
@ExtendWith(Table.class)
class FullDiskDrill {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThere() throws Exception {
        int rounds = Table.rounds(3);
        var saves = new Saves();
        var random = new Random(rounds);
        var lost = new ArrayList<String>();
        var wordless = new ArrayList<String>();
        var data = Files.createDirectory(folder.resolve("data"));
        var full = data.resolve(Disk.FULL);
        var file = new H2File(data);
        try (var application = Application.onADisk(data, folder.resolve("record"));
                var writers = new Writers(saves)) {
            Writers.invited(application);
            writers.begin(application);
            for (int round = 1; round <= rounds; round++) {
                writers.untilSaved(30);
                Writers.pause(Duration.ofMillis(random.nextInt(300)));
                Files.createFile(full);
                Writers.pause(Duration.ofMillis(1000 + random.nextInt(2000)));
                Files.delete(full);
                String when = " at full disk " + round;
                for (var refusal : writers.refusals()) {
                    if (!refusal.keepsTheWords()) {
                        wordless.add(refusal.answer().statusCode() + " to "
                                + refusal.answer().request().uri() + when);
                    }
                }
            }
            writers.untilSaved(30);
            application.kill();
            writers.end();
            saves.lostIn(file.saves()).forEach(save -> lost.add(save + " lost"));

            Table.add("full disk", rounds, saves.count(), lost.size(), 0, application.start());
        }
        assertThat(lost).isEmpty();
        assertThat(saves.givenTwice()).isEmpty();
        assertThat(wordless).isEmpty();
    }
}
