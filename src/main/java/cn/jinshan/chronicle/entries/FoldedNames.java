package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.start.WhileServing;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Start-up task that normalises the names of subjects that a migration or another program wrote. */
@WhileServing
@Component
public class FoldedNames implements ApplicationRunner {

    private static final int BATCH = 1000;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    FoldedNames(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        complete();
    }

    public void complete() {
        while (Boolean.TRUE.equals(transaction.execute(status -> completesSome()))) {
            // One transaction after the other, so that none holds all names
        }
    }

    private boolean completesSome() {
        var subjects = database.query(
                "select id, kind, name, reading from subject where folded is null order by id limit " + BATCH,
                (row, number) -> new Object[] {
                    Subject.folded(Kind.valueOf(row.getString(2)), row.getString(3), row.getString(4)), row.getLong(1)
                });
        database.batchUpdate("update subject set folded = ? where id = ? and folded is null", subjects);
        return !subjects.isEmpty();
    }
}
