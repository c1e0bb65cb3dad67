package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed, or stopped and started in quick turn, in one folder whose room is already used again. */
@ExtendWith(Table.class)
class KillDrill {

    private static final Duration UNTIL_ROOM_IS_REUSED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Saves saves = new Saves();
    private final Writers writers = new Writers(saves);
    private final Random random = new Random(5);
    private final List<String> lost = new ArrayList<>();
    private final List<String> notOpenable = new ArrayList<>();
    private Duration worstStart = Duration.ZERO;

    @BeforeEach
    void roomIsReused() throws Exception {
        try (var application = Application.in(folder)) {
            Writers.invited(application);
            writers.begin(application);
            Writers.pause(UNTIL_ROOM_IS_REUSED);
            writers.end();
        }
    }

    @Test
    void killed() throws Exception {
        int rounds = Table.rounds(5);
        for (int round = 1; round <= rounds; round++) {
            try (var application = started("kill " + round)) {
                writers.begin(application);
                writers.untilSaved(1 + random.nextInt(60));
                application.kill();
                writers.end();
            }
            look("kill " + round);
        }
        report("kill", rounds);
    }

    @Test
    void stoppedAndStartedInQuickTurn() throws Exception {
        int rounds = Table.rounds(5);
        for (int round = 1; round <= rounds; round++) {
            try (var application = started("restart " + round)) {
                if (random.nextBoolean()) {
                    writers.begin(application);
                    writers.untilSaved(1 + random.nextInt(20));
                    writers.end();
                }
                application.stop();
            }
            look("restart " + round);
        }
        report("quick restart", rounds);
    }

    private Application started(String when) throws Exception {
        try {
            var application = Application.in(folder);
            worstStart = application.start().compareTo(worstStart) > 0 ? application.start() : worstStart;
            return application;
        } catch (Application.DidNotStartException e) {
            notOpenable.add(when + ": " + e.getMessage());
            throw e;
        }
    }

    private void look(String when) throws Exception {
        var file = new H2File(folder);
        saves.lostIn(file.saves()).forEach(save -> lost.add(save + " lost by " + when));
        if (file.isBehindItsFile()) {
            lost.add("A change that was acknowledged beside the database lost by " + when);
        }
    }

    private void report(String drill, int rounds) {
        lost.addAll(
                saves.givenTwice().stream().map(entry -> entry + " given twice").toList());
        Table.add(drill, rounds, saves.count(), lost.size(), notOpenable.size(), worstStart);
        assertThat(lost).isEmpty();
        assertThat(notOpenable).isEmpty();
    }
}
