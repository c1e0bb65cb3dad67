package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jinshan.chronicle.backup.BackupProperties.Backup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"./data/backups", "data/backups", "data/../data/backups/."})
    void theFolderOfTheBackupsIsNoSecondOneHoweverItIsWritten(String copy) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(Path.of(copy)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Path.of(copy).toAbsolutePath()));
    }

    @Test
    void anyOtherFolderIs() {
        assertThat(with(Path.of("data/backups/second")).backup().copy()).isNotNull();
        assertThat(with(null).backup().copy()).isNull();
    }

    private static BackupProperties with(Path copy) {
        return new BackupProperties(Path.of("./data"), new Backup(copy, true));
    }
}
