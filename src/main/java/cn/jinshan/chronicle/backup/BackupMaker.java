package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.feeds.ChronicleDocuments;
import cn.jinshan.chronicle.storage.OfflineDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Maker of backups of the record while people work on it: tables and chronicle documents, all of one moment. */
@Component
class BackupMaker {

    private final PlatformTransactionManager transactions;
    private final JdbcTemplate database;
    private final Flyway flyway;
    private final PublicRecord publicRecord;
    private final ChronicleDocuments documents;
    private final String version;

    BackupMaker(
            PlatformTransactionManager transactions,
            JdbcTemplate database,
            Flyway flyway,
            PublicRecord publicRecord,
            ChronicleDocuments documents,
            @Value("${spring.application.version:unpackaged}") String version) {
        this.transactions = transactions;
        this.database = database;
        this.flyway = flyway;
        this.publicRecord = publicRecord;
        this.documents = documents;
        this.version = version;
    }

    /** Writes a backup of a moment, which is now. */
    void write(OutputStream file, Instant made, Progress progress) {
        var schema =
                Objects.requireNonNull(flyway.info().current()).getVersion().toString();
        var moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(RecordExport.ISOLATION);
        moment.executeWithoutResult(status -> database.execute((ConnectionCallback<Boolean>) connection -> {
            try {
                new RecordBackup(connection, schema, version).write(file, made, this::writeDocuments, progress);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private void writeDocuments(BagWriter bag) throws IOException {
        for (int year : publicRecord.years()) {
            try (var part = bag.part("chronicles/" + year + ".json")) {
                documents.write(year, TimelineFilter.WHOLE, () -> part);
            }
        }
    }

    /** Whether this application has had a version of the schema. */
    boolean knows(String version) {
        return OfflineDatabase.knows(flyway, version);
    }

    /** The numbers of the entries that were erased. */
    List<Long> erased() {
        return database.queryForList("select id from entry where erased is not null order by id", Long.class);
    }
}
