package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The database file is taken back by hand to earlier copies, and what stands beside it is not. */
@ExtendWith(Table.class)
class OlderDatabaseDrill {

    @TempDir
    Path folder;

    @Test
    void itIsSaidAndNoNumberIsGivenTwice() throws Exception {
        int rounds = Table.rounds(3);
        var saves = new Saves();
        var random = new Random(rounds);
        var unsaid = new ArrayList<String>();
        var worstStart = Duration.ZERO;
        var data = folder.resolve("data");
        var writers = new Writers(saves);
        for (int round = 0; round <= rounds; round++) {
            long highest = saves.highest();
            try (var application = Application.in(data)) {
                worstStart = application.start().compareTo(worstStart) > 0 ? application.start() : worstStart;
                if (round == 0) {
                    Writers.invited(application);
                } else if (application.lines().stream().noneMatch(line -> line.contains("database is older"))) {
                    unsaid.add("log, round " + round);
                }
                writers.begin(application);
                writers.untilSaved(60);
                application.stop();
                writers.end();
                var found = new H2File(data).saves();
                assertThat(saves.lostIn(found)).isEmpty();
                assertThat(saves.highest()).isGreaterThan(highest);
            }
            new H2File(data).copyTo(folder.resolve("copy" + round));
            if (round < rounds) {
                var earlier = new H2File(folder.resolve("copy" + random.nextInt(round + 1)));
                earlier.copyTo(data);
                var found = earlier.saves();
                saves.forgetAllBut(found);
                writers.knowOnly(found.keySet());
            }
        }
        Table.add("database taken back", rounds, saves.count(), 0, 0, worstStart);
        assertThat(unsaid).isEmpty();
        assertThat(saves.givenTwice()).isEmpty();
    }
}
