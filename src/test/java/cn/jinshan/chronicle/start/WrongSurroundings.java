package cn.jinshan.chronicle.start;

import cn.jinshan.chronicle.Postgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/** Machines, settings and databases on which the application does not start, each with what it says then. */
public final class WrongSurroundings implements AutoCloseable {

    /**
     * One of them.
     *
     * @param sentence that is said, as a pattern
     */
    public record Wrong(String name, Preparation preparation, String sentence) {

        /** What the application is started with, once a folder was prepared for it. */
        public List<String> prepared(Path folder) throws Exception {
            return preparation.in(folder);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes what is wrong, in an empty folder. */
    public interface Preparation {
        List<String> in(Path folder) throws Exception;
    }

    private static final String CUT_OFF =
            "(The end of the database file .* is missing|The database file is damaged or cut off)";

    private static final String WITHOUT_SEED = "--spring.flyway.locations=classpath:db/migration";

    private final Path home = Files.createTempDirectory("surroundings");
    private final ServerSocket inUse = new ServerSocket(0);
    private final byte[] begun = begun("classpath:db/migration", "classpath:db/seed");

    public WrongSurroundings() throws IOException {}

    public Stream<Wrong> all() {
        return Stream.of(settings(), folders(), files(), histories(), servers()).flatMap(each -> each);
    }

    /** Of a setting given twice only the last, as nobody types the first. */
    public static List<String> last(Stream<String> settings) {
        var last = new TreeMap<String, String>();
        settings.forEach(setting -> last.put(setting.replaceFirst("(?s)=.*", ""), setting));
        return List.copyOf(last.values());
    }

    private Stream<Wrong> settings() {
        return Stream.of(
                given(
                        "unknown setting",
                        "--chronicle.adress=x",
                        "chronicle\\.adress .* is no setting .* chronicle\\.address\\."),
                given("unknown, in capitals", "--CHRONICLE.DATEN=x", "CHRONICLE\\.DATEN .* chronicle\\.data\\."),
                given(
                        "unknown list",
                        "--chronicle.journals[0]=x",
                        "journals.* is no setting .* chronicle\\.journal-kept\\."),
                given(
                        "unknown, as JSON",
                        "--spring.application.json={\"chronicle\":{\"addres\":\"x\"}}",
                        "chronicle\\.addres .* chronicle\\.address\\."),
                given(
                        "a period that is none",
                        "--chronicle.journal-kept=2 Jahre",
                        "chronicle\\.journal-kept=2 Jahre .* Reason: "),
                given(
                        "too short a period",
                        "--chronicle.journalKept=P1M",
                        "Reason: chronicle\\.journal-kept must be at least"),
                given(
                        "an address that is none",
                        "--chronicle.address=abc",
                        "Reason: chronicle\\.address must be a base address"),
                given(
                        "an address with a space",
                        "--chronicle.address=http://a b",
                        "Reason: chronicle\\.address must be a base address"),
                given("a size that is none", "--chronicle.kept-pages=viel", "chronicle\\.kept-pages=viel .* Reason: "),
                given(
                        "a size below nothing",
                        "--chronicle.kept-pages=-1MB",
                        "Reason: chronicle\\.kept-pages must be a size"),
                given("a port that is none", "--server.port=abc", "server\\.port=abc .* Reason: "),
                given("a port too high", "--server.port=99999", "server\\.port=99999 is no port\\."),
                given(
                        "an address of another machine",
                        List.of("--server.port=8080", "--server.address=192.0.2.1"),
                        "Nobody can be served on port 8080 of /192\\.0\\.2\\.1: .*"),
                new Wrong(
                        "a port in use",
                        folder -> List.of(data(folder), "--server.port=" + inUse.getLocalPort()),
                        "Nobody can be served on port \\d+: Address already in use.* --server\\.port="),
                given(
                        "MySQL",
                        "--spring.datasource.url=jdbc:mysql://localhost/x",
                        "jdbc:mysql.* is neither H2 nor PostgreSQL\\."),
                given("no address of a database", "--spring.datasource.url=", "spring\\.datasource\\.url= is neither"),
                given(
                        "an unsafe address",
                        "--spring.datasource.url=jdbc:h2:tcp://localhost/x",
                        "The chronicle does not start on this database: "));
    }

    private Stream<Wrong> folders() {
        return Stream.of(
                given("no folder", "--chronicle.data=", "chronicle\\.data is empty\\."),
                given("a folder of spaces", "--chronicle.data=  ", "chronicle\\.data is empty\\."),
                given("a semicolon", "--chronicle.data=/tmp/a;CACHE_SIZE=1", "has a character that no path"),
                given("a backslash", "--chronicle.data=/tmp/a\\b", "has a character that no path"),
                given("a line break", "--chronicle.data=/tmp/a\nb", "has a character that no path"),
                new Wrong(
                        "a file in the folder's place",
                        folder -> List.of(data(Files.createFile(folder.resolve("data")))),
                        "data is a file, where a folder should be\\."),
                new Wrong(
                        "a file above the folder",
                        folder -> List.of(
                                data(Files.createFile(folder.resolve("srv")).resolve("data"))),
                        "srv is a file, where a folder should be\\."),
                new Wrong(
                        "a folder in the file's place",
                        folder -> {
                            Files.createDirectory(file(folder));
                            return List.of(data(folder));
                        },
                        "chronicle\\.mv\\.db is a folder, where the database file should be\\."));
    }

    private Stream<Wrong> files() {
        return Stream.of(
                holding("an empty file", new byte[0], "chronicle\\.mv\\.db is empty: what was in it is lost\\."),
                holding("a text", "Liebe Leute".getBytes(StandardCharsets.UTF_8), "is no H2 database"),
                holding("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "is no H2 database"),
                holding("SQLite", "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), "is no H2 database"),
                holding("H2 1.4", ofFormat(1), "is a database of an H2 before 2\\.2 \\(format 1\\)\\."),
                holding("H2 2.1", ofFormat(2), "is a database of an H2 before 2\\.2 \\(format 2\\)\\."),
                holding("a newer H2", ofFormat(4), "is a database of a newer H2 \\(format 4\\)\\."),
                holding("its headers alone", Arrays.copyOf(begun, 8192), CUT_OFF),
                holding("headers of one in use", Arrays.copyOf(with(",clean:1", ""), 8192), CUT_OFF),
                holding("half of it", Arrays.copyOf(begun, begun.length / 2), CUT_OFF),
                holding("all but the last block", Arrays.copyOf(begun, begun.length - 4096), CUT_OFF));
    }

    private Stream<Wrong> histories() {
        return Stream.of(
                onceBegun(
                        "the seed left out",
                        "",
                        "was begun with the year 2023.*spring\\.flyway\\.locations",
                        WITHOUT_SEED),
                new Wrong(
                        "the seed brought later",
                        folder -> {
                            Files.write(file(folder), begun("classpath:db/migration"));
                            return List.of(data(folder));
                        },
                        "was begun without the year 2023.*spring\\.flyway\\.locations"),
                onceBegun(
                        "a newer schema",
                        "update \"flyway_schema_history\" set \"version\" = '900', \"script\" = 'V900__later.sql'"
                                + " where \"version\" = '35'",
                        "was last used by a newer version of the chronicle: it has V900__later\\.sql"),
                onceBegun(
                        "a changed migration",
                        "update \"flyway_schema_history\" set \"checksum\" = 7 where \"version\" = '3'",
                        "was made by another V3__know_the_staff\\.sql"),
                onceBegun(
                        "a failed migration",
                        "update \"flyway_schema_history\" set \"success\" = false where \"version\" = '35'",
                        "An earlier start failed in the middle of changing the database \\(V35__"),
                onceBegun(
                        "another program's migrations",
                        "update \"flyway_schema_history\" set \"version\" = \"version\" || '.777'",
                        "The database was made by another program"),
                onceBegun(
                        "another program's tables",
                        "drop table \"flyway_schema_history\"",
                        "The database holds tables of another program: "),
                onceBegun(
                        "a wrong password",
                        "",
                        "The H2 database knows no such user with this password\\.",
                        "--spring.datasource.password=x"),
                onceBegun(
                        "a wrong user",
                        "",
                        "The H2 database knows no such user with this password\\.",
                        "--spring.datasource.username=nobody"));
    }

    private static Stream<Wrong> servers() {
        return Stream.of(
                given(
                        "an unknown host",
                        "--spring.datasource.url=jdbc:postgresql://database.invalid/x",
                        "No machine has the name of the database's: database\\.invalid"),
                given(
                        "a refused port",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/x",
                        "No database answers: .*refused"),
                onPostgres(
                        "no such database",
                        "select 1",
                        "PostgreSQL has no such database: .*chronicle_\\d+_not",
                        "_not",
                        "postgres"),
                onPostgres("an unknown user", "select 1", "PostgreSQL lets this user not in: .*nobody", "", "nobody"),
                onPostgres(
                        "no right to make tables",
                        "create role reader_of_tables login",
                        "The user reader_of_tables of the database may make no tables in the schema public\\.",
                        "",
                        "reader_of_tables"),
                onPostgres(
                        "another program's tables there",
                        "create table invoices (id int)",
                        "The database holds tables of another program: invoices\\.",
                        "",
                        "postgres"));
    }

    private static Wrong given(String name, String setting, String sentence) {
        return given(name, List.of(setting), sentence);
    }

    private static Wrong given(String name, List<String> settings, String sentence) {
        return new Wrong(
                name,
                folder -> Stream.concat(Stream.of(data(folder)), settings.stream())
                        .toList(),
                sentence);
    }

    private static Wrong holding(String name, byte[] file, String sentence) {
        return new Wrong(
                name,
                folder -> {
                    Files.write(file(folder), file);
                    return List.of(data(folder));
                },
                sentence);
    }

    private Wrong onceBegun(String name, String change, String sentence, String... settings) {
        return new Wrong(
                name,
                folder -> {
                    Files.write(file(folder), begun);
                    if (!change.isEmpty()) {
                        try (var connection =
                                DriverManager.getConnection("jdbc:h2:file:" + folder + "/chronicle", "sa", "")) {
                            connection.createStatement().execute(change);
                        }
                    }
                    return Stream.concat(Stream.of(data(folder)), Stream.of(settings))
                            .toList();
                },
                sentence);
    }

    private static Wrong onPostgres(String name, String change, String sentence, String more, String user) {
        return new Wrong(
                name,
                folder -> {
                    var url = Postgres.freshDatabase();
                    try (var connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD)) {
                        connection.createStatement().execute(change);
                    }
                    return List.of(
                            data(folder),
                            "--spring.datasource.url="
                                    + url.replaceFirst("(chronicle_\\d+)", "$1" + more)
                                            .replaceFirst("[?].*", ""),
                            "--spring.datasource.username=" + user,
                            "--spring.datasource.password=" + Postgres.PASSWORD);
                },
                sentence);
    }

    private byte[] ofFormat(int format) {
        return with("format:3", "format:" + format);
    }

    /** The begun one with other headers. */
    private byte[] with(String words, String others) {
        var changed = begun.clone();
        var text = new String(changed, 0, 8192, StandardCharsets.ISO_8859_1)
                .replace(words, others)
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, changed, 0, text.length);
        return changed;
    }

    /** A database after its first start. */
    private byte[] begun(String... locations) throws IOException {
        var path = home.resolve("begun" + locations.length);
        if (!Files.exists(path.resolveSibling(path.getFileName() + ".mv.db"))) {
            Flyway.configure()
                    .dataSource("jdbc:h2:file:" + path + ";MAX_COMPACT_TIME=0", "sa", "")
                    .locations(locations)
                    .load()
                    .migrate();
        }
        return Files.readAllBytes(path.resolveSibling(path.getFileName() + ".mv.db"));
    }

    private static String data(Path folder) {
        return "--chronicle.data=" + folder;
    }

    private static Path file(Path folder) {
        return folder.resolve("chronicle.mv.db");
    }

    @Override
    public void close() throws IOException {
        inUse.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
