package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Subject.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes the chronicles of a federation that keeps its record for a hundred years: the same for the same seed, straight
 * by JDBC, beside whatever is there already.
 */
class ChronicleGenerator {

    static final int FIRST_YEAR = 1927;

    private static final int SEEDED_YEAR = 2023;
    private static final int BATCH = 1000;
    private static final List<String> SLUGS = List.of("achievements", "meetings", "visits", "services");
    private static final List<String> SECTIONS = List.of("高光时刻", "重要会议活动", "走访调研", "温暖瞬间");
    private static final List<Tone> TONES = List.of(Tone.GOLD, Tone.BLUE, Tone.GREEN, Tone.RED);
    private static final List<String> CUSTOMS = List.of("全国助残日文艺展演", "全国爱耳日义诊", "国际残疾人日主题活动");
    static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余";
    static final String GIVEN = "明华国平志伟文军红玉兰芳秀娟丽敏静燕强勇杰涛磊洋艳霞鹏辉斌超波宁琴琳瑞祥福荣康乐";
    private final DataSource database;
    private final Random random;
    private final GeneratedTexts texts;
    private List<Long> customs = List.of();
    private List<Long> towns = List.of();
    private List<Long> persons = List.of();
    private List<Long> events = List.of();
    private long federation;
    private int named;

    /** @param seed a number; another one gives other chronicles */
    ChronicleGenerator(DataSource database, long seed) {
        this(database, seed, new GeneratedTexts());
    }

    ChronicleGenerator(DataSource database, long seed, GeneratedTexts texts) {
        this.database = database;
        this.random = new Random(seed);
        this.texts = texts;
    }

    /** Years from {@value #FIRST_YEAR} on, without the one that the application brings along. */
    static List<Integer> years(int count) {
        return IntStream.iterate(FIRST_YEAR, year -> year + 1)
                .filter(year -> year != SEEDED_YEAR)
                .limit(count)
                .boxed()
                .toList();
    }

    /** Writes one opened chronicle for each of the first years. */
    void write(int years, int entriesPerYear) throws SQLException {
        for (int year : years(years)) {
            writeYear(year, entriesPerYear);
        }
    }

    void writeYear(int year, int entries) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            subjects(connection, year, entries);
            long chronicle = chronicle(connection, year);
            long section = sections(connection, chronicle);
            try (var writing = new EntryWorkflow(connection, year, chronicle, section)) {
                for (int i = 0; i < entries; i++) {
                    writing.entry();
                }
            }
            for (var table : List.of("chronicle", "section", "entry", "edition", "subject")) {
                try (var statement = connection.createStatement()) {
                    statement.execute(
                            "alter table " + table + " alter column id restart with " + next(connection, table));
                }
            }
            connection.commit();
        }
    }

    private static long next(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static long chronicle(Connection connection, int year) throws SQLException {
        long id = next(connection, "chronicle");
        try (var insert = connection.prepareStatement(
                "insert into chronicle (id, chronicle_year, title, introduction, opened) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setInt(2, year);
            insert.setString(3, year + "年残疾人事业发展大事记");
            insert.setString(4, year + "年，区残疾人工作的大事，分四个栏目记录如下。");
            insert.setObject(5, LocalDate.of(year + 1, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC));
            insert.execute();
        }
        return id;
    }

    private static long sections(Connection connection, long chronicle) throws SQLException {
        long first = next(connection, "section");
        try (var insert = connection.prepareStatement(
                "insert into section (id, chronicle_id, slug, title, position, tone) values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < SLUGS.size(); i++) {
                insert.setLong(1, first + i);
                insert.setLong(2, chronicle);
                insert.setString(3, SLUGS.get(i));
                insert.setString(4, SECTIONS.get(i));
                insert.setInt(5, i + 1);
                insert.setString(6, TONES.get(i).name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return first;
    }

    /** Some of last year's persons and events are in the news this year too; the federation and the towns stay. */
    private void subjects(Connection connection, int year, int entries) throws SQLException {
        if (towns.isEmpty()) {
            federation = subjects(connection, Kind.ORGANISATION, List.of("示例区残疾人联合会"))
                    .get(0);
            towns = subjects(connection, Kind.PLACE, GeneratedTexts.TOWNS);
            customs = subjects(connection, Kind.EVENT, CUSTOMS);
        }
        var newPersons =
                Stream.generate(this::name).limit(Math.max(1, entries / 20)).toList();
        var newEvents = IntStream.rangeClosed(1, Math.max(1, entries / 100))
                .mapToObj(number -> year + "年第" + number + "届残疾人技能竞赛")
                .toList();
        persons = joined(persons, subjects(connection, Kind.PERSON, newPersons));
        events = joined(events, subjects(connection, Kind.EVENT, newEvents));
    }

    /** One in ten of the earlier, all of the new. */
    private static List<Long> joined(List<Long> earlier, List<Long> added) {
        return Stream.concat(earlier.stream().skip(earlier.size() * 9L / 10), added.stream())
                .toList();
    }

    private String name() {
        int number = named++;
        int many = GIVEN.length();
        return "" + SURNAMES.charAt(number % SURNAMES.length())
                + GIVEN.charAt(number / SURNAMES.length() % many)
                + GIVEN.charAt(number / SURNAMES.length() / many % many);
    }

    private static List<Long> subjects(Connection connection, Kind kind, List<String> names) throws SQLException {
        long id = next(connection, "subject");
        var ids = new ArrayList<Long>();
        try (var insert = connection.prepareStatement("insert into subject (id, kind, name) values (?, ?, ?)")) {
            for (var name : names) {
                insert.setLong(1, id);
                insert.setString(2, kind.name());
                insert.setString(3, name);
                insert.addBatch();
                ids.add(id++);
            }
            insert.executeBatch();
        }
        return ids;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Of a hundred, 40 name a day, 20 a month, 5 an interval, 5 a quarter or season, 30 nothing. */
    private EventDate date(int year) {
        int kind = random.nextInt(100);
        var day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(360));
        int month = day.getMonthValue();
        var start = month + "月" + day.getDayOfMonth() + "日";
        if (kind < 40) {
            return EventDate.of(start, day.toString(), year);
        }
        if (kind < 60) {
            return EventDate.of(month + "月", day.toString().substring(0, 7), year);
        }
        if (kind < 65) {
            var end = day.plusDays(3);
            return EventDate.of(
                    start + "至" + end.getMonthValue() + "月" + end.getDayOfMonth() + "日", day + "/" + end, year);
        }
        if (kind < 68) {
            int quarter = 1 + random.nextInt(4);
            return EventDate.of("一二三四".charAt(quarter - 1) + "季度", year + "-" + (32 + quarter), year);
        }
        if (kind < 70) {
            int season = random.nextInt(3);
            return EventDate.of("春夏秋".charAt(season) + "季", year + "-" + (21 + season), year);
        }
        return EventDate.of("", "" + year, year);
    }

    private Set<Long> subjects() {
        var subjects = new LinkedHashSet<Long>();
        for (int most = 3; most > 0 && happens(50); most--) {
            subjects.add(any(persons));
        }
        add(subjects, 40, () -> federation);
        add(subjects, 55, () -> any(towns));
        add(subjects, 15, () -> any(events));
        add(subjects, 1, () -> any(customs));
        return subjects;
    }

    private void add(Set<Long> subjects, int percent, Supplier<Long> subject) {
        if (happens(percent)) {
            subjects.add(subject.get());
        }
    }

    /** Writes the entries of one year, a thousand editions at a time. */
    private class EntryWorkflow implements AutoCloseable {

        private final int year;
        private final long chronicle;
        private final long section;
        private final int[] positions = new int[SLUGS.size()];
        private final PreparedStatement entries;
        private final PreparedStatement editions;
        private final PreparedStatement mentions;
        private long entry;
        private long edition;
        private int pending;

        EntryWorkflow(Connection connection, int year, long chronicle, long section) throws SQLException {
            this.year = year;
            this.chronicle = chronicle;
            this.section = section;
            entry = next(connection, "entry");
            edition = next(connection, "edition");
            entries = connection.prepareStatement("insert into entry (id) values (?)");
            editions = connection.prepareStatement("""
                    insert into edition (id, entry_id, number, chronicle_id, section_id, position, title, wording, edtf,
                        earliest, latest, precision, shape, months, place, body, easy_read, state, live, published)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
            mentions = connection.prepareStatement(
                    "insert into edition_subject (edition_id, position, subject_id) values (?, ?, ?)");
        }

        /** Of a hundred, 2 were corrected since, and 5 are being corrected. */
        void entry() throws SQLException {
            entries.setLong(1, entry);
            entries.addBatch();
            int branch = random.nextInt(SLUGS.size());
            int position = ++positions[branch];
            var title = texts.title(random);
            var date = date(year);
            var body = texts.body(random);
            var easyRead = texts.easyRead(random);
            var subjects = subjects();
            int number = 1;
            if (happens(2)) {
                edition(number++, branch, position, title, date, body, easyRead, subjects, EditionState.SUPERSEDED);
            }
            edition(number++, branch, position, title, date, body, easyRead, subjects, EditionState.PUBLISHED);
            if (happens(5)) {
                edition(number, branch, position, title + "（更正）", date, body, easyRead, subjects, EditionState.DRAFT);
            }
            entry++;
            if (pending >= BATCH) {
                flush();
            }
        }

        private void edition(
                int number,
                int branch,
                int position,
                String title,
                EventDate date,
                String body,
                String easyRead,
                Set<Long> subjects,
                EditionState state)
                throws SQLException {
            int column = 1;
            editions.setLong(column++, edition);
            editions.setLong(column++, entry);
            editions.setInt(column++, number);
            editions.setLong(column++, chronicle);
            editions.setLong(column++, section + branch);
            editions.setInt(column++, position);
            editions.setString(column++, title);
            editions.setString(column++, date.wording());
            editions.setString(column++, date.edtf().toString());
            editions.setObject(column++, date.edtf().earliest());
            editions.setObject(column++, date.edtf().latest());
            editions.setString(column++, date.edtf().precision().name());
            editions.setString(column++, date.edtf().shape().name());
            editions.setInt(column++, date.months());
            editions.setInt(column++, date.place());
            editions.setString(column++, body);
            editions.setString(column++, easyRead);
            editions.setString(column++, state.name());
            editions.setObject(column++, state == EditionState.PUBLISHED ? true : null, Types.BOOLEAN);
            editions.setObject(
                    column,
                    state == EditionState.DRAFT
                            ? null
                            : Instant.parse(year + 1 + "-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            editions.addBatch();
            pending++;
            int place = 0;
            for (long subject : subjects) {
                mentions.setLong(1, edition);
                mentions.setInt(2, place++);
                mentions.setLong(3, subject);
                mentions.addBatch();
            }
            edition++;
        }

        private void flush() throws SQLException {
            entries.executeBatch();
            editions.executeBatch();
            mentions.executeBatch();
            pending = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
            entries.close();
            editions.close();
            mentions.close();
        }
    }
}
