package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed, or stopped, while four people save. */
@ExtendWith(Table.class)
class PostgresDrill {

    private interface Blow {
        void strike(Postgres postgres) throws Exception;
    }

    @TempDir
    Path folder;

    @Test
    void killed() throws Exception {
        strikes("PostgreSQL killed", Table.rounds(1), Postgres::kill);
    }

    @Test
    void stoppedAtAnyMoment() throws Exception {
        strikes("PostgreSQL stopped at any moment", Table.rounds(5), Postgres::stop);
    }

    private void strikes(String drill, int rounds, Blow blow) throws Exception {
        var saves = new Saves();
        var random = new Random(rounds);
        var wordless = new ArrayList<String>();
        try (var postgres = new Postgres(folder.resolve("postgres"));
                var application = Application.in(folder.resolve("data"), postgres.settings());
                var writers = new Writers(saves)) {
            Writers.invited(application);
            writers.begin(application);
            for (int round = 1; round <= rounds; round++) {
                writers.untilSaved(30);
                Writers.pause(Duration.ofMillis(random.nextInt(300)));
                blow.strike(postgres);
                Writers.pause(Duration.ofMillis(500 + random.nextInt(1000)));
                postgres.start();
                String when = " at stop " + round;
                for (var refusal : writers.refusals()) {
                    if (!refusal.keepsTheWords()) {
                        wordless.add(refusal.answer().statusCode() + " to "
                                + refusal.answer().request().uri() + when);
                    }
                }
            }
            writers.untilSaved(30);
            writers.end();
            var lost = saves.lostIn(postgres.saves());

            Table.add(drill, rounds, saves.count(), lost.size(), 0, application.start());
            assertThat(lost).isEmpty();
            assertThat(saves.givenTwice()).isEmpty();
            assertThat(wordless).isEmpty();
            // A page may end in the middle, where the session could not be written after it had begun; nothing is typed
            // yet
            assertThat(writers.cuts()).noneMatch(cut -> cut.startsWith("form"));
        }
    }
}
