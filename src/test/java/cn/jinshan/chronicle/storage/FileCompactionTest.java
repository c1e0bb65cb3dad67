package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import cn.jinshan.chronicle.DiskRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What was deleted from an H2 file is not in it any more once it is compacted, and all else is as it was. */
@ExtendWith(OutputCaptureExtension.class)
public class FileCompactionTest {

    /** In rows that are deleted. */
    private static final String GONE = "忘川渡口";

    /** In rows that stay. */
    private static final String STAYS = "石化街道";

    private static final int ROWS = 60;

    @TempDir
    Path folder;

    private Path database;
    private JdbcDataSource file;
    private FileCompaction compaction;

    @BeforeEach
    void writeOnAPlainDisk() throws SQLException {
        at(folder.resolve("chronicle").toString());
        write();
    }

    private void write() throws SQLException {
        try (var connection = file.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table text (id int primary key, title varchar(200), words text, other text)");
            for (int i = 0; i < ROWS; i++) {
                insert(connection, i);
            }
        }
    }

    private void at(String path) {
        var address = DurableAddress.of("jdbc:h2:file:" + path).orElseThrow();
        var scheme = OwnersFile.at(address.path());
        database = Path.of(path.replaceFirst("^disk:", "") + PoolSetup.END);
        file = new JdbcDataSource();
        file.setURL("jdbc:h2:" + scheme + address.settings());
        file.setUser("sa");
        compaction = new FileCompaction(file, scheme);
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into text values (?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, title(id));
            insert.setString(3, words(id));
            insert.setString(4, "短。");
            insert.executeUpdate();
        }
    }

    private static boolean isDeleted(int id) {
        return id % 3 == 0;
    }

    private static String title(int id) {
        return (isDeleted(id) ? GONE : STAYS) + "的标题" + id;
    }

    /** The longest has 50,000 characters. */
    private static String words(int id) {
        return ((isDeleted(id) ? GONE : STAYS) + id + "。").repeat(10 + id * 40);
    }

    private void delete(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update text set words = words || '再写几个字。' where mod(id, 3) = 0");
            statement.execute("delete from text where mod(id, 3) = 0");
            statement.execute("checkpoint sync");
        }
    }

    @Test
    void whatWasDeletedIsNotInTheFileAndAllElseIsAsItWas() throws Exception {
        try (var connection = file.getConnection()) {
            delete(connection);
        }
        assertThat(holds(database, GONE)).as("before").isTrue();

        compaction.catchUp();
        assertThat(holds(database, GONE)).as("not asked for").isTrue();

        compaction.ask();
        compaction.catchUp();

        assertCompacted();
        assertThat(Files.getPosixFilePermissions(database)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatAKillLeftIsNotInItEither() throws Exception {
        try (var connection = file.getConnection()) {
            delete(connection);
            Files.copy(database, folder.resolve("killed" + PoolSetup.END));
        }
        at(folder.resolve("killed").toString());
        compaction.ask();

        compaction.catchUp();

        assertCompacted();
    }

    @Test
    void aKillAndAPowerCutAtAnyMomentLeaveTheOldFileOrTheNewOne() throws Exception {
        var record = folder.resolve("record");
        Disk.attach(record);
        at(Disk.SCHEME + ":" + folder.resolve("cut"));
        write();
        try (var connection = file.getConnection()) {
            delete(connection);
        }
        long asked = System.nanoTime();
        compaction.ask();
        compaction.catchUp();
        assertCompacted();

        int old = 0;
        var moments =
                DiskRecord.times(record).stream().filter(time -> time > asked).toList();
        try (var disk = new DiskRecord(record, folder.resolve("made-again"))) {
            for (long moment : moments) {
                disk.until(moment);
                for (var left : DiskRecord.Left.values()) {
                    var image = folder.resolve("image");
                    disk.copy(left, image);
                    at(image.resolve("cut").toString());
                    boolean isOld = holds(database, GONE);
                    old += isOld ? 1 : 0;
                    assertThat(compaction.isDue() || !isOld || moment == moments.get(0))
                            .as("what is not compacted is known to be due")
                            .isTrue();
                    assertStands();
                    FileSystemUtils.deleteRecursively(image);
                }
            }
        }
        assertThat(old).isPositive().isLessThan(2 * moments.size());
    }

    @Test
    void whatFailsIsTriedAgain(CapturedOutput output) throws Exception {
        try (var connection = file.getConnection()) {
            delete(connection);
        }
        compaction.ask();
        try (var opened = file.getConnection();
                var statement = opened.createStatement()) {
            statement.execute("alter user sa set password 'another'");
        }

        compaction.catchUp();

        assertThat(compaction.isDue()).isTrue();
        assertThat(output).contains("could not be compacted");

        file.setPassword("another");
        assertStands();
        compaction.catchUp();

        assertCompacted();
    }

    @Test
    void onlyTheOwnerReadsWhatSaysThatItIsDue() throws Exception {
        compaction.ask();

        assertThat(Files.getPosixFilePermissions(folder.resolve("chronicle.compaction-due")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(compaction.isDue()).isTrue();
        compaction.beginAnew();
        assertThat(compaction.isDue()).isFalse();
    }

    private void assertCompacted() throws Exception {
        assertThat(compaction.isDue()).isFalse();
        assertThat(holds(database, STAYS))
                .as("what is looked for would be found")
                .isTrue();
        assertThat(holds(database, GONE)).isFalse();
        assertStands();
    }

    private void assertStands() throws SQLException {
        var expected = new ArrayList<List<String>>();
        for (int i = 0; i < ROWS; i++) {
            if (!isDeleted(i)) {
                expected.add(List.of(title(i), words(i), "短。"));
            }
        }
        var found = new ArrayList<List<String>>();
        try (var connection = file.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select title, words, other from text order by id")) {
            while (rows.next()) {
                found.add(List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /** Whether a file has these words somewhere, as H2 writes characters, or in UTF-8 or UTF-16. */
    public static boolean holds(Path file, String words) throws IOException {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return Stream.concat(
                        Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                                .map(words::getBytes),
                        Stream.of(asH2(words)))
                .anyMatch(sought -> bytes.contains(new String(sought, StandardCharsets.ISO_8859_1)));
    }

    private static byte[] asH2(String words) {
        var buffer = new WriteBuffer().putStringData(words, words.length()).getBuffer();
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
