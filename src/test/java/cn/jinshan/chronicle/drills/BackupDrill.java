package cn.jinshan.chronicle.drills;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups are made while four people save, and restored where there is nothing; backups and restores are killed. */
@ExtendWith(Table.class)
class BackupDrill {

    private static final String HEAD =
            "| backup drill | rounds | acknowledged before | lost | other than before | old, new |";

    /** These tell that it was restored, and by what it was derived. */
    private static final List<String> OWN = List.of("tables.jsonl", "tables/journal.jsonl", "tables/change_log.jsonl");

    @TempDir
    Path folder;

    private final Random random = new Random();

    /** Where an application runs. */
    private interface Place {
        Path data();

        String[] settings();

        Map<Long, Integer> saves() throws Exception;

        void wipe() throws Exception;
    }

    private Place place(String kind, String name) throws IOException {
        var data = Files.createDirectories(folder.resolve(name));
        if (kind.equals("H2")) {
            return new Place() {
                @Override
                public Path data() {
                    return data;
                }

                @Override
                public String[] settings() {
                    return new String[0];
                }

                @Override
                public Map<Long, Integer> saves() throws Exception {
                    return new H2File(data).saves();
                }

                @Override
                public void wipe() throws IOException {
                    clear(data);
                }
            };
        }
        var postgres = new Postgres(folder.resolve(name + "-server"));
        servers.add(postgres);
        return new Place() {
            @Override
            public Path data() {
                return data;
            }

            @Override
            public String[] settings() {
                return postgres.settings();
            }

            @Override
            public Map<Long, Integer> saves() throws Exception {
                return postgres.saves();
            }

            @Override
            public void wipe() throws Exception {
                clear(data);
                try (var connection = postgres.connect();
                        var statement = connection.createStatement()) {
                    statement.execute("drop schema public cascade");
                    statement.execute("create schema public");
                }
            }
        };
    }

    private final List<Postgres> servers = new ArrayList<>();

    private static void clear(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, PostgreSQL", "PostgreSQL, H2"})
    void everythingComesBack(String from, String to) throws Exception {
        int rounds = Table.rounds(2);
        var source = place(from, "source");
        var target = place(to, "target");
        var saves = new Saves();
        var lost = new ArrayList<Object>();
        var others = new ArrayList<String>();
        long begun = 0;
        try (var application = Application.in(source.data(), source.settings());
                var writers = new Writers(saves)) {
            Writers.invited(application);
            var administrator = application.desk().signIn(Application.ADMINISTRATOR, Application.PASSWORD);
            for (int round = 1; round <= rounds; round++) {
                writers.begin(application);
                writers.untilSaved(20 + random.nextInt(40));
                begun = System.nanoTime();
                var backup = pressed(administrator, source.data().resolve("backups"));
                writers.end();
                target.wipe();
                command(target, "--restore=" + backup);
                lost.addAll(saves.lostIn(target.saves(), begun));
                try (var restored = Application.in(target.data(), target.settings())) {
                    if (!restored.desk()
                            .get("/2023.json")
                            .body()
                            .equals(parts(backup).get("chronicles/2023.json"))) {
                        others.add("the document of round " + round);
                    }
                    restored.stop();
                }
                var again = folder.resolve("again.zip");
                command(target, "--backup=" + again);
                others.addAll(differences(parts(backup), parts(again)));
            }
        }
        int acknowledged = saves.countBefore(begun);
        Table.add(HEAD, from + " → " + to, rounds, acknowledged, lost.size(), others.size(), "");
        assertThat(lost).isEmpty();
        assertThat(others).isEmpty();
        assertThat(acknowledged).isPositive();
    }

    /** The file that the press of a button makes, while the second in the name of the one before is over. */
    private static Path pressed(Desk administrator, Path backups) throws IOException {
        var before = files(backups);
        Writers.pause(Duration.ofSeconds(1));
        administrator.submit("/admin/backups");
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < patience) {
            var made = files(backups);
            made.removeAll(before);
            if (!made.isEmpty()) {
                return made.get(0);
            }
            Writers.pause(Duration.ofMillis(20));
        }
        throw new AssertionError("No backup in a minute");
    }

    private static List<Path> files(Path backups) throws IOException {
        if (!Files.isDirectory(backups)) {
            return new ArrayList<>();
        }
        try (var files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    @ParameterizedTest
    @CsvSource({"H2", "PostgreSQL"})
    void aKilledRestoreLeavesTheOldStateOrTheNewOne(String kind) throws Exception {
        int rounds = Table.rounds(2);
        var place = place(kind, "killed");
        var one = folder.resolve("one.zip");
        var other = folder.resolve("other.zip");
        try (var application = Application.in(place.data(), place.settings())) {
            application.stop();
        }
        command(place, "--backup=" + one);
        var saves = new Saves();
        try (var application = Application.in(place.data(), place.settings());
                var writers = new Writers(saves)) {
            Writers.invited(application);
            writers.begin(application);
            writers.untilSaved(60);
            writers.end();
            application.stop();
        }
        command(place, "--backup=" + other);
        long began = System.nanoTime();
        command(place, "--restore=" + other);
        long took = System.nanoTime() - began;
        int old = 0;
        var mixtures = new ArrayList<String>();
        boolean isOther = true;
        for (int round = 0; round < rounds; round++) {
            kill(place, took / 4 + random.nextLong(took), "--restore=" + (isOther ? one : other));
            var now = folder.resolve("now.zip");
            command(place, "--backup=" + now);
            boolean isOne = differences(parts(one), parts(now)).isEmpty();
            boolean isStillOther = differences(parts(other), parts(now)).isEmpty();
            if (isOne == isStillOther) {
                mixtures.add("round " + round);
            }
            old += isOther == isStillOther ? 1 : 0;
            isOther = isStillOther;
        }
        Table.add(
                HEAD,
                "killed restore, " + kind,
                rounds,
                saves.count(),
                0,
                mixtures.size(),
                old + ", " + (rounds - old));
        assertThat(mixtures).isEmpty();
    }

    @Test
    void aKilledBackupLeavesTheFileBeforeOrTheNewOne() throws Exception {
        int rounds = Table.rounds(2);
        var place = place("H2", "killed");
        var file = folder.resolve("backup.zip");
        try (var application = Application.in(place.data(), place.settings())) {
            application.stop();
        }
        long began = System.nanoTime();
        command(place, "--backup=" + file);
        long took = System.nanoTime() - began;
        int old = 0;
        var broken = new ArrayList<String>();
        for (int round = 0; round < rounds; round++) {
            var before = Files.readAllBytes(file);
            kill(place, took / 4 + random.nextLong(took), "--backup=" + file);
            old += Arrays.equals(before, Files.readAllBytes(file)) ? 1 : 0;
            try {
                command(place("H2", "fresh" + round), "--restore=" + file);
            } catch (IllegalStateException e) {
                broken.add(e.getMessage());
            }
        }
        Table.add(HEAD, "killed backup", rounds, 0, 0, broken.size(), old + ", " + (rounds - old));
        assertThat(broken).isEmpty();
    }

    private static void command(Place place, String command) throws IOException, InterruptedException {
        var process = Application.command(place.data(), command, place.settings());
        try (var said = process.inputReader()) {
            var lines = said.lines().collect(Collectors.joining("\n"));
            if (process.waitFor() != 0) {
                throw new IllegalStateException(lines);
            }
        }
    }

    private static void kill(Place place, long after, String command) throws IOException, InterruptedException {
        var process = Application.command(place.data(), command, place.settings());
        process.waitFor(after, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
    }

    /** The texts of the parts of a backup, but of what is told there about itself. */
    private static Map<String, String> parts(Path backup) throws IOException {
        try (var zip = new ZipFile(backup.toFile())) {
            return zip.stream()
                    .filter(part -> part.getName().contains("/data/"))
                    .collect(Collectors.toMap(
                            part -> part.getName().replaceFirst(".*?/data/", ""),
                            (Function<ZipEntry, String>) part -> text(zip, part),
                            (same, twice) -> same,
                            TreeMap::new));
        }
    }

    private static String text(ZipFile zip, ZipEntry part) {
        try {
            return new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var differing = new ArrayList<String>();
        before.forEach((part, text) -> {
            if (!OWN.contains(part) && !text.equals(after.get(part))) {
                differing.add(part);
            }
        });
        if (!after.getOrDefault("tables/journal.jsonl", "")
                .startsWith(before.getOrDefault("tables/journal.jsonl", ""))) {
            differing.add("tables/journal.jsonl");
        }
        return differing;
    }

    @AfterEach
    void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }
}
