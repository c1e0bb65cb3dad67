package cn.jinshan.chronicle.drills;

import cn.jinshan.chronicle.entries.GeneratedYears;
import cn.jinshan.chronicle.search.FoundPage;
import cn.jinshan.chronicle.search.SearchingReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Generated entries in the H2 file of an application that is not running. All have one word that stands nowhere else,
 * and each has another of its own.
 */
final class GeneratedEntries {

    static final int YEARS = 10;

    private static final String COMMON = "银杏小路";

    /** The digits of each place. */
    private static final List<String> DIGITS =
            List.of("赤橙黄绿青蓝紫粉灰褐", "金银铜铁锡铅锌钢镍铝", "梅兰竹菊荷莲桃杏梨枫", "虎豹狮象鹿羊犬兔猫熊", "鹤雁鹰燕鸥鹭鹃莺雀鸽", "琴棋笛箫鼓钟锣瑟笙盾");

    private static final int SAMPLE = 200;

    private final List<Long> entries;

    private GeneratedEntries(List<Long> entries) {
        this.entries = entries;
    }

    static GeneratedEntries in(Path folder, int count) throws SQLException {
        var database =
                new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("chronicle") + H2File.SETTINGS, "sa", "");
        // Kept open, as H2 closes the file with the last connection
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var before = entries(connection);
            GeneratedYears.write(database, YEARS, count / YEARS);
            var generated = entries(connection);
            generated.removeAll(before);
            try (var update =
                    connection.prepareStatement("update edition set body = concat(body, ?) where entry_id = ?")) {
                for (long entry : generated) {
                    update.setString(1, "在" + COMMON + "说到" + word(entry) + "。");
                    update.setLong(2, entry);
                    update.addBatch();
                }
                update.executeBatch();
            }
            connection.commit();
            return new GeneratedEntries(generated);
        }
    }

    private static List<Long> entries(Connection connection) throws SQLException {
        var entries = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select entry_id from edition where live = true order by entry_id")) {
            while (rows.next()) {
                entries.add(rows.getLong(1));
            }
        }
        return entries;
    }

    /** Its number in other characters. */
    static String word(long entry) {
        var word = new StringBuilder();
        long rest = entry;
        for (var digits : DIGITS) {
            word.append(digits.charAt((int) (rest % 10)));
            rest /= 10;
        }
        return word.toString();
    }

    /** What a reader is told wrongly of all of them, of each year and of some. */
    List<String> wrongTo(SearchingReader reader) {
        var wrong = new ArrayList<String>();
        expect(wrong, reader.ask(COMMON), entries.size(), "all");
        for (int page = 0; page < SAMPLE; page++) {
            long entry = entries.get(new Random(page).nextInt(entries.size()));
            var found = reader.ask(word(entry));
            expect(wrong, found, 1, "entry " + entry);
            if (!found.entries().contains((int) entry)) {
                wrong.add("Entry " + entry + " is not found");
            }
        }
        return wrong;
    }

    private static void expect(List<String> wrong, FoundPage page, int count, String what) {
        if (page.isNear() || page.count() != count) {
            wrong.add(page.count() + (page.isNear() ? " near" : "") + " are found of " + what);
        }
    }
}
