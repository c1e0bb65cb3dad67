package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no whole backup is refused for its reason, before anything is done with it. */
class BagTest {

    private static final String BASE = "chronicle-20240903-120000/";
    private static final String ENTRIES = "data/tables/entry.jsonl";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void backup() throws IOException {
        file = folder.resolve("backup.zip");
        try (var bag = new BagWriter(Files.newOutputStream(file), "chronicle-20240903-120000")) {
            write(bag.part("tables/entry.jsonl"), "{\"id\":1}\n");
            write(bag.part("tables.jsonl"), "{\"name\":\"entry\",\"rows\":1}\n");
            write(bag.part("chronicles/2023.json"), "{\"year\":2023}");
            var info = new LinkedHashMap<String, String>();
            info.put(RecordBackup.SOFTWARE, "0.1");
            info.put(RecordBackup.SCHEMA, "35");
            info.put(RecordBackup.MADE, "2024-09-03T04:00:00Z");
            bag.finish(info);
        }
    }

    private static void write(OutputStream part, String text) throws IOException {
        try (part) {
            part.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** RFC 8493, 2: what any tool for bags expects. */
    @Test
    void itIsABagThatOthersCanRead() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            BASE + ENTRIES,
                            BASE + "data/tables.jsonl",
                            BASE + "data/chronicles/2023.json",
                            BASE + "bagit.txt",
                            BASE + "bag-info.txt",
                            BASE + "manifest-sha512.txt",
                            BASE + "tagmanifest-sha512.txt");
            assertThat(text(zip, "bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
            assertThat(text(zip, "bag-info.txt")).contains("Payload-Oxum: 48.3\n");
            // printf '{"id":1}\n' | sha512sum
            assertThat(text(zip, "manifest-sha512.txt"))
                    .contains(
                            "94f80cfdd6036aa789949fa7ccc7d48184c6e02e8fda8ea5da7610bc328b76c58fc25cb1e10ecb6e5fb6e9ed72ac8407dc47bb4f9936cd48ca2e744c09fad1a5  "
                                    + ENTRIES);
            assertThat(text(zip, "tagmanifest-sha512.txt").lines().map(line -> line.substring(130)))
                    .containsExactly("bag-info.txt", "bagit.txt", "manifest-sha512.txt");
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(BASE + name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aWholeBackupIsRead() throws IOException {
        try (var bag = Bag.open(file)) {
            bag.verify();

            assertThat(bag.made()).isEqualTo(Instant.parse("2024-09-03T04:00:00Z"));
            assertThat(bag.schemaVersion()).isEqualTo("35");
            assertThat(TableLine.in(bag)).containsEntry("entry", new TableLine("entry", 1, null));
            assertThat(bag.part("tables/entry.jsonl")).hasContent("{\"id\":1}\n");
        }
    }

    interface Change {
        void to(Map<String, byte[]> parts);
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                change("altered", parts -> parts.put(BASE + ENTRIES, bytes("{\"id\":2}\n"))),
                change(
                        "altered",
                        parts -> parts.put(
                                BASE + "bag-info.txt",
                                bytes(new String(parts.get(BASE + "bag-info.txt"), StandardCharsets.UTF_8)
                                        .replace("2024", "2025")))),
                change("incomplete", parts -> parts.remove(BASE + ENTRIES)),
                change("incomplete", parts -> parts.remove(BASE + "manifest-sha512.txt")),
                change("incomplete", parts -> parts.remove(BASE + "tagmanifest-sha512.txt")),
                change("incomplete", parts -> parts.remove(BASE + "bagit.txt")),
                change("foreign", parts -> parts.put(BASE + "bagit.txt", bytes("BagIt-Version: 2.0\n"))),
                // Whole, but in no list
                change("part", parts -> parts.put(BASE + "data/tables/account.jsonl", bytes("{\"id\":1}\n"))),
                change("part", parts -> parts.put(BASE + "data/tables/../../../etc/passwd", bytes("x"))),
                change("part", parts -> parts.put("../" + ENTRIES, bytes("x"))),
                change("part", parts -> parts.put("/etc/passwd", bytes("x"))),
                change("part", parts -> parts.put("C:\\Windows\\x", bytes("x"))),
                change("part", parts -> parts.put("other/" + ENTRIES, bytes("x"))),
                change("part", parts -> parts.put(BASE + "fetch.txt", bytes("https://evil.example/ 1 data/x"))),
                change("part", parts -> parts.put(BASE + "data/tables/", bytes(""))),
                change(
                        "parts",
                        parts -> IntStream.range(0, 10_000)
                                .forEach(part -> parts.put(BASE + "data/tables/t" + part + ".jsonl", bytes("x")))),
                change("bomb", parts -> parts.put(BASE + "data/tables/t.jsonl", new byte[50_000_000])),
                change("bomb", parts -> parts.put(BASE + "bag-info.txt", new byte[50_000_000])));
    }

    private static Arguments change(String reason, Change change) {
        return Arguments.of(reason, change);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void whatIsDamagedOrHostileIsRefused(String reason, Change change) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : zip.stream().toList()) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        }
        change.to(parts);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }

        refuse(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 500, 900})
    void whatIsCutOffIsRefused(int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        refuse("broken");
    }

    /** Its directory says less than there is. */
    @Test
    void aPartThatIsLongerThanItSaysIsRefused() throws IOException {
        var zip = Files.readAllBytes(file);
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
        zip[directory + 24] -= 4;
        Files.write(file, zip);

        refuse("bomb");
    }

    @Test
    void everyBitOfItCounts() throws IOException {
        var whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 7) {
            var altered = whole.clone();
            altered[at] ^= 0x10;
            Files.write(file, altered);
            try (var bag = Bag.open(file)) {
                bag.verify();
                // What a zip file says of a part besides its name and content, such as its time
                assertThat(bag.part("tables/entry.jsonl")).hasContent("{\"id\":1}\n");
                assertThat(bag.made()).isEqualTo(Instant.parse("2024-09-03T04:00:00Z"));
            } catch (RefusedBackupException refused) {
                assertThat(refused.code()).startsWith("backup.refused.");
            }
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        file = folder.resolve("none.zip");

        refuse("missing");
    }

    private void refuse(String reason) {
        assertThatThrownBy(() -> {
                    try (var bag = Bag.open(file)) {
                        bag.verify();
                    }
                })
                .isInstanceOfSatisfying(
                        RefusedBackupException.class,
                        refused -> assertThat(refused.code()).isEqualTo("backup.refused." + reason));
    }
}
