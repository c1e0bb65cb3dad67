package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;

/** The document about backups names what is in one. */
class BackupFormatTest {

    @TempDir
    Path folder;

    @Test
    void everyTableAndColumnIsDescribed() throws Exception {
        var flyway = new FlywayProperties();
        flyway.setLocations(List.of("classpath:db/migration"));
        var database = OfflineDatabase.in(folder.resolve("chronicle"), flyway);
        database.migrate(null);
        var described = Files.readAllLines(Path.of("src/docs/backup.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .collect(Collectors.toMap(line -> line.split("`")[1], line -> line.split("\\|")[2]));
        try (var connection = database.connect()) {
            var tables = StoredTable.of(connection);

            assertThat(described.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            tables.stream().map(StoredTable::name).toList());
            assertThat(tables)
                    .allSatisfy(table -> assertThat(
                                    described.get(table.name()).strip().split(" "))
                            .containsExactlyInAnyOrderElementsOf(table.columns().stream()
                                    .map(column -> "`" + column.name() + "`")
                                    .toList()));
        }
    }
}
