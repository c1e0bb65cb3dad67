package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Disk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The disk under the H2 file is full for a while. */
@DirtiesContext
class DiskFullTest extends OutageClaims {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Disk.attach();
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:file:" + Disk.SCHEME + ":" + folder.resolve("chronicle") + ";WRITE_DELAY=0");
    }

    @Override
    void breakDown() {
        Disk.full(true);
    }

    @Override
    void repair() {
        Disk.full(false);
    }

    @Test
    void readersReadOnWhileNothingCanBeWritten() {
        var editor = desks.editor();
        var form = editor.page("/admin/entries/new");
        breakDown();
        try {
            for (int round = 0; round < 10; round++) {
                assertUnavailable(editor.submit(form, "title", "写不进去"));

                assertThat(reader.get("/2023").statusCode()).isEqualTo(200);
                assertThat(reader.get("/entries/11").statusCode()).isEqualTo(200);
            }
        } finally {
            repair();
        }
        assertThat(reader.get("/2023.json").statusCode()).isEqualTo(200);
    }
}
