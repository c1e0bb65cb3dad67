package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application is stopped by SIGTERM while four people save. */
@ExtendWith(Table.class)
class StopDrill {

    private interface Found {
        Map<Long, Integer> saves() throws Exception;
    }

    @TempDir
    Path folder;

    private final Saves saves = new Saves();
    private final Random random = new Random(3);

    @Test
    void onH2() throws Exception {
        stops("stop under load, H2", () -> new H2File(folder).saves());
    }

    @Test
    void onPostgres() throws Exception {
        try (var postgres = new Postgres(folder.resolve("postgres"))) {
            stops("stop under load, PostgreSQL", postgres::saves, postgres.settings());
        }
    }

    private void stops(String drill, Found found, String... settings) throws Exception {
        int rounds = Table.rounds(3);
        var bad = new ArrayList<String>();
        var worstStart = Duration.ZERO;
        int lost = 0;
        var writers = new Writers(saves);
        for (int round = 1; round <= rounds; round++) {
            try (var application = Application.in(folder, settings)) {
                worstStart = application.start().compareTo(worstStart) > 0 ? application.start() : worstStart;
                if (round == 1) {
                    Writers.invited(application);
                }
                writers.begin(application);
                writers.untilSaved(20 + random.nextInt(100));
                application.stop();
                writers.end();
                String when = " at stop " + round;
                writers.cuts().forEach(cut -> bad.add("cut: " + cut + when));
                writers.refusals()
                        .forEach(refusal -> bad.add("answer " + refusal.answer().statusCode() + " to "
                                + refusal.answer().request().method() + when));
                application.errors().forEach(line -> bad.add(line + when));
            }
            lost += saves.lostIn(found.saves()).size();
        }
        Table.add(drill, rounds, saves.count(), lost, 0, worstStart);
        assertThat(lost).isZero();
        assertThat(bad).isEmpty();
    }
}
