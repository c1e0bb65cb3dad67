package cn.jinshan.chronicle.entries;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Generated years, written into any database that has our schema. */
public final class GeneratedYears {

    private GeneratedYears() {}

    /** The same for the same numbers. */
    public static void write(DataSource database, int years, int entriesPerYear) throws SQLException {
        new ChronicleGenerator(database, 20230518).write(years, entriesPerYear);
    }
}
