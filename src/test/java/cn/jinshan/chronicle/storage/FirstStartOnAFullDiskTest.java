package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Disk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The disk gets full while the first database is made. */
@ExtendWith(OutputCaptureExtension.class)
class FirstStartOnAFullDiskTest {

    @Test
    void itIsSaidAndNoHalfADatabaseIsLeft(@TempDir Path folder, CapturedOutput output) throws Exception {
        Disk.attach();
        var full = Files.createFile(folder.resolve(Disk.FULL));

        assertThatThrownBy(() -> new SpringApplication(ChronicleApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--chronicle.data=" + folder,
                                "--spring.datasource.url=jdbc:h2:file:" + Disk.SCHEME + ":" + folder + "/chronicle")
                        .close())
                .isNotNull();

        assertThat(output)
                .contains("There is no start. The database file cannot be written: No space left on device. Make room")
                .doesNotContain("Exception encountered during context initialization");
        assertThat(folder).isDirectoryContaining(full::equals).isDirectoryNotContaining("glob:**chronicle*");
    }
}
