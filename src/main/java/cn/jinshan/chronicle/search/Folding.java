package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.FoldedEdition;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.text.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Start-up task that completes the search index: it adds the editions that a migration or another program wrote and
 * removes those that are no longer public. Until it has finished those entries are not found. On PostgreSQL it also
 * makes a trigram index ({@code pg_trgm}) for words of three characters and more, where the database account may do so.
 */
@Component
public class Folding implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private static final int BATCH = 1000;

    private static final String FORGET = """
            delete from edition_text f
            where not exists (select 1 from edition e where e.id = f.edition_id and e.live = true)""";

    /** Rows to index, locked until they are, so that a withdrawal also removes the search row. */
    private static final String UNFOLDED = """
            select e.id, c.chronicle_year, e.title, e.wording, e.body, e.easy_read
            from edition e join chronicle c on c.id = e.chronicle_id
            where e.live = true and e.id > ? and not exists (select 1 from edition_text f where f.edition_id = e.id)
            order by e.id limit\s""" + BATCH + " for update";

    private static final String FOLD = """
            insert into edition_text
            (edition_id, entry_id, section_id, position, months, place, title, prose, wording)
            select e.id, e.entry_id, e.section_id, e.position, e.months, e.place, ?, ?, ?
            from edition e where e.id = ?""";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    Folding(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        fold();
        lookUp();
    }

    public void fold() {
        transaction.executeWithoutResult(status -> database.update(FORGET));
        try {
            long last = 0;
            while (last >= 0) {
                long after = last;
                last = batch(() -> editions(after));
            }
            while (batch(this::subjects) >= 0) {
                LOG.debug("Some more names are folded");
            }
        } catch (DuplicateKeyException e) {
            LOG.info("Another instance folds what is searched at the same time; it goes on with the rest");
        }
    }

    private long batch(java.util.function.LongSupplier folding) {
        var last = transaction.execute(status -> folding.getAsLong());
        return last == null ? -1 : last;
    }

    /** The number of the last edition of the batch; -1 if there is none. */
    private long editions(long after) {
        record Unfolded(long id, String title, String prose, String wording) {}
        var editions = database.query(
                UNFOLDED,
                (row, number) -> new Unfolded(
                        row.getLong(1),
                        FoldedEdition.title(row.getString(3)),
                        FoldedEdition.prose(new Prose(row.getString(5)), new Prose(row.getString(6))),
                        FoldedEdition.wording(row.getInt(2), row.getString(4))),
                after);
        database.batchUpdate(FOLD, editions, BATCH, (insert, each) -> {
            insert.setString(1, each.title);
            insert.setString(2, each.prose);
            insert.setString(3, each.wording);
            insert.setLong(4, each.id);
        });
        return editions.isEmpty() ? -1 : editions.get(editions.size() - 1).id;
    }

    private long subjects() {
        var subjects = database.query(
                "select id, kind, name, reading from subject where folded is null order by id limit " + BATCH,
                Folding::subject);
        database.batchUpdate("update subject set folded = ? where id = ? and folded is null", subjects);
        return subjects.isEmpty() ? -1 : subjects.size();
    }

    private static Object[] subject(ResultSet row, int number) throws SQLException {
        return new Object[] {
            Subject.folded(Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4)), row.getLong(1)
        };
    }

    static boolean isPostgres(JdbcTemplate database) {
        var product = database.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product);
    }

    private void lookUp() {
        if (!isPostgres(database)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status ->
                    List.of("create extension if not exists pg_trgm", """
                            create index if not exists edition_text_trigrams on edition_text
                            using gin (title gin_trgm_ops, prose gin_trgm_ops, wording gin_trgm_ops)""").forEach(database::execute));
        } catch (DataAccessException e) {
            LOG.warn(
                    "The search goes without pg_trgm: {}",
                    e.getMostSpecificCause().getMessage());
        }
    }
}
