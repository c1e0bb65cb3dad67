package cn.jinshan.chronicle.entries;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Notes the SQL that Hibernate issues on this thread. */
public class IssuedStatements implements StatementInspector {

    private static final ThreadLocal<List<String>> ISSUED = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public String inspect(String sql) {
        ISSUED.get().add(sql);
        return sql;
    }

    static List<String> during(Runnable reading) {
        ISSUED.get().clear();
        reading.run();
        var issued = List.copyOf(ISSUED.get());
        ISSUED.get().clear();
        return issued;
    }
}
