package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DiskRecord;
import cn.jinshan.chronicle.DiskRecord.Left;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The power is cut, and the process killed, at many moments of one long run: the files are made again as each moment
 * left them.
 */
@ExtendWith(Table.class)
class PowerCutDrill {

    /** Room in the file is used again when it has been free for 45 seconds. */
    private static final Duration BEFORE_ROOM_IS_REUSED = Duration.ofSeconds(50);

    private static final int WHOLE_APPLICATION_EVERY = 12;

    @TempDir
    Path folder;

    private final Saves saves = new Saves();
    private final List<String> lost = new ArrayList<>();
    private final List<String> notOpenable = new ArrayList<>();
    private Duration worstStart = Duration.ZERO;

    @Test
    void whatWasAcknowledgedIsThere() throws Exception {
        int rounds = Table.rounds(25);
        var record = folder.resolve("record");
        try (var application = Application.onADisk(folder.resolve("data"), record);
                var writers = new Writers(saves)) {
            Writers.invited(application);
            writers.begin(application);
            Writers.pause(BEFORE_ROOM_IS_REUSED.plusSeconds(rounds));
            writers.end();
            assertThat(writers.cuts()).isEmpty();
            assertThat(writers.refusals()).isEmpty();
        }

        try (var disk = new DiskRecord(record, folder.resolve("made-again"))) {
            int round = 0;
            for (long moment : moments(record, rounds)) {
                disk.until(moment);
                boolean whole = round++ % WHOLE_APPLICATION_EVERY == 0;
                for (var left : Left.values()) {
                    var image = folder.resolve("image");
                    disk.copy(left, image);
                    look(image, moment, left + " at " + moment, whole && left == Left.FORCED);
                    FileSystemUtils.deleteRecursively(image);
                }
            }
        }
        Table.add(
                "power cut, and kill at the same moments",
                rounds,
                saves.count(),
                lost.size(),
                notOpenable.size(),
                worstStart);
        assertThat(lost).isEmpty();
        assertThat(notOpenable).isEmpty();
    }

    private void look(Path image, long moment, String when, boolean whole) throws IOException, SQLException {
        try {
            var file = new H2File(image);
            saves.lostIn(file.saves(), moment).forEach(save -> lost.add(save + " lost by " + when));
            if (file.isBehindItsFile()) {
                lost.add("A change that was acknowledged beside the database lost by " + when);
            }
            if (whole) {
                try (var application = Application.in(image)) {
                    worstStart = application.start().compareTo(worstStart) > 0 ? application.start() : worstStart;
                    application.errors().forEach(error -> lost.add(error + " by " + when));
                }
                saves.lostIn(file.saves(), moment).forEach(save -> lost.add(save + " lost after the start by " + when));
            }
        } catch (SQLException | Application.DidNotStartException e) {
            notOpenable.add(when + ": " + e.getMessage());
        }
    }

    /** Half of them after as many operations of the disk, half after as much time. */
    private List<Long> moments(Path record, int rounds) throws IOException {
        var times = DiskRecord.times(record).stream()
                .filter(time -> saves.countBefore(time) > 0)
                .toList();
        long first = times.get(0);
        long last = times.get(times.size() - 1);
        var random = new Random(rounds);
        return Stream.concat(
                        random.ints((rounds + 1) / 2, 0, times.size()).mapToObj(times::get),
                        random.longs(rounds / 2, first, last).boxed())
                .sorted()
                .toList();
    }
}
