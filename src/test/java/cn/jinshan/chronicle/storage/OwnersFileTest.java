package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the owner can open the files that H2 creates beside its database. */
class OwnersFileTest {

    @Test
    void alsoWhatItMakesAnewOrForAWhile(@TempDir Path folder) throws Exception {
        var path = OwnersFile.at(folder.resolve("new/chronicle").toString());
        try (var connection = DriverManager.getConnection("jdbc:h2:" + path + ";TRACE_LEVEL_FILE=3", "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table t as select x, repeat('x', 1000) y from system_range(1, 5000)");
            assertOwners(folder.resolve("new"));
            statement.execute("delete from t where x > 10");
            statement.execute("shutdown compact");
        }
        assertOwners(folder.resolve("new"));
        FilePath.get(path + ".other").createFile();
        try (var out = FilePath.get(path + ".written").newOutputStream(false)) {
            out.write(1);
        }
        assertOwners(folder.resolve("new"));
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**.trace.db");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("new/chronicle"), "sa", "");
                var rows = connection.createStatement().executeQuery("select count(*) from t")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(10);
        }
    }

    private static void assertOwners(Path folder) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }
}
