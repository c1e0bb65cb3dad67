package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        for (int run = 0; run <= rounds + 1; run++) {
            long highest = saves.highest();
            try (var application = Application.in(data)) {
                worstStart = application.start().compareTo(worstStart) > 0 ? application.start() : worstStart;
                if (run == 0) {
                    Writers.invited(application);
                } else if (run > 1) {
                    unsaid.addAll(unsaid(application, " after taking back " + (run - 1)));
                }
                writers.begin(application);
                writers.untilSaved(60);
                application.stop();
                writers.end();
            }
            var file = new H2File(data);
            assertThat(saves.lostIn(file.saves())).isEmpty();
            assertThat(saves.highest()).isGreaterThan(highest);
            file.copyTo(folder.resolve("copy" + run));
            if (run > 0 && run <= rounds) {
                var earlier = new H2File(folder.resolve("copy" + random.nextInt(run)));
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

    /** Where it is not told. */
    private static List<String> unsaid(Application application, String when) {
        var unsaid = new ArrayList<String>();
        if (application.lines().stream().noneMatch(line -> line.contains("The database is older"))) {
            unsaid.add("log" + when);
        }
        var administrator = application.desk().signIn(Application.ADMINISTRATOR, Application.PASSWORD);
        if (!administrator.page("/admin").text().contains("数据库回到了以前")) {
            unsaid.add("desk" + when);
        }
        if (!administrator.page("/admin/journal").select("main").text().contains("发现数据库回到了以前")) {
            unsaid.add("journal" + when);
        }
        return unsaid;
    }
}
