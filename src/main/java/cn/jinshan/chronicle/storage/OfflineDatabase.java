package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.RefusedStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.mvstore.MVStoreTool;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Database of the chronicle that the application has not open: the one that the settings name while that is stopped, or
 * one that is built beside it. An H2 file is the owner's alone, and closed with its last connection.
 */
public final class OfflineDatabase {

    /** Marks, at the end of a name, the database that is being built to take another one's place. */
    private static final String RESTORING = "restoring";

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    private final String url;
    private final String user;
    private final String password;

    /** Path of an H2 file before the ends of its names; null for PostgreSQL. */
    private final @Nullable String path;

    /** Schema of PostgreSQL; null for the present one. */
    private final @Nullable String schema;

    private final FlywayProperties flyway;

    private OfflineDatabase(
            String url,
            String user,
            String password,
            @Nullable String path,
            @Nullable String schema,
            FlywayProperties flyway) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.path = path;
        this.schema = schema;
        this.flyway = flyway;
    }

    /** The database that the settings name. */
    public static OfflineDatabase of(Environment environment) {
        var settings = Binder.get(environment);
        var url = settings.bind("spring.datasource.url", String.class).orElse("");
        var user = settings.bind("spring.datasource.username", String.class).orElse("");
        var password = settings.bind("spring.datasource.password", String.class).orElse("");
        var flyway = settings.bindOrCreate("spring.flyway", FlywayProperties.class);
        if (url.startsWith("jdbc:postgresql:")) {
            return new OfflineDatabase(url, user, password, null, flyway.getDefaultSchema(), flyway);
        }
        var address = DurableAddress.of(url)
                .orElseThrow(
                        () -> new RefusedStartException(
                                "spring.datasource.url=" + url + " is no database that is kept.",
                                "Leave it out: then the database is a file in chronicle.data. Or set it to jdbc:postgresql://…"));
        return inFile(OwnersFile.at(address.path()), address.settings(), user, password, flyway);
    }

    /** A database in an H2 file, which is there already or is made. */
    public static OfflineDatabase in(Path path, FlywayProperties flyway) {
        var address = DurableAddress.of("jdbc:h2:file:" + path).orElseThrow();
        return inFile(OwnersFile.at(address.path()), address.settings(), "sa", "", flyway);
    }

    private static OfflineDatabase inFile(
            String path, String settings, String user, String password, FlywayProperties flyway) {
        return new OfflineDatabase("jdbc:h2:" + path + settings, user, password, path, null, flyway);
    }

    /** Where one is built that is to take the place of this one; what an interrupted building left is removed. */
    public OfflineDatabase beside() throws SQLException {
        if (path == null) {
            var besides = new OfflineDatabase(url, user, password, null, "chronicle_" + RESTORING, flyway);
            besides.discard();
            return besides;
        }
        var besides = inFile(path + "." + RESTORING, url.substring(url.indexOf(';')), user, password, flyway);
        besides.discard();
        return besides;
    }

    /** Whether it is in an H2 file, and that is not there. */
    public boolean isMissing() {
        return path != null && !file(path).exists();
    }

    /** The file; empty for PostgreSQL. */
    public Optional<Path> file() {
        return Optional.ofNullable(path).map(name -> Path.of(file(name).unwrap().toString()));
    }

    private static FilePath file(String path) {
        return FilePath.get(path + PoolSetup.END);
    }

    /** Opens it, each transaction as of one moment; nobody else can open an H2 file until this is closed. */
    public Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, user, password);
        try {
            if (schema != null) {
                connection.setSchema(schema);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** How many other connections PostgreSQL has of the same user to the same database. */
    public static int others(Connection connection) throws SQLException {
        if (isH2(connection)) {
            return 0;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename = current_user and backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Whether a connection is to H2; else it is to PostgreSQL. */
    public static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** The names of all tables of the present schema, as the database spells them. */
    public static List<String> tables(Connection connection) throws SQLException {
        return SchemaHistory.tables(connection, connection.getSchema());
    }

    /** The version of its schema; empty if it has none, or one that is not ours. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway(null).info().current())
                .map(MigrationInfo::getVersion)
                .map(String::valueOf);
    }

    /** Whether this application has had a version of the schema. */
    public boolean knows(String version) {
        return knows(flyway(null), version);
    }

    /** Whether migrations lead to a version of the schema, or beyond it. */
    public static boolean knows(Flyway flyway, String version) {
        return NUMBERS.matcher(version).matches()
                && Stream.of(flyway.info().all())
                        .map(MigrationInfo::getVersion)
                        .filter(Objects::nonNull)
                        .anyMatch(known -> known.isAtLeast(version));
    }

    /** Brings its schema to a version, or to the newest; nobody may have it open. */
    public void migrate(@Nullable String version) {
        flyway(version).migrate();
    }

    private Flyway flyway(@Nullable String version) {
        var settings = SchemaHistory.flyway(flyway, new DriverManagerDataSource(url, user, password));
        if (schema != null) {
            settings.defaultSchema(schema);
        }
        if (version != null) {
            // With or without the year 2023: a version of the seed may be none of these
            settings.target(version + "?");
        }
        new MigrationLineEnds().customize(settings);
        return settings.load();
    }

    /** The last change that was acknowledged, as is kept beside an H2 file; none where that is missing or damaged. */
    public LastChange acknowledged() throws IOException {
        return path == null ? LastChange.NONE : new LastChangeFile(path).read().orElse(LastChange.NONE);
    }

    /** Leaves nothing of what was deleted in an H2 file; nobody may have it open. */
    public void compact() {
        if (path != null) {
            MVStoreTool.compact(path + PoolSetup.END, false);
        }
    }

    /** Deletes it. */
    public void discard() throws SQLException {
        if (path != null) {
            file(path).delete();
            return;
        }
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
        }
    }

    /** Takes the place of another one, in one step: before it there is that one, after it this. */
    public void replace(OfflineDatabase present) throws SQLException, IOException {
        if (path == null) {
            replaceSchema(present);
            return;
        }
        try (var written = file(path).open("rw")) {
            written.force(true);
        }
        var target = file(Objects.requireNonNull(present.path));
        file(path).moveTo(target, true);
        if (target.getParent() instanceof OwnersFile folder) {
            folder.forceFolder();
        }
    }

    private void replaceSchema(OfflineDatabase present) throws SQLException {
        try (var connection = present.connect();
                var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            var before = tables(connection);
            if (!before.isEmpty()) {
                statement.execute("drop table " + String.join(", ", before));
            }
            for (var table : SchemaHistory.tables(connection, Objects.requireNonNull(schema))) {
                statement.execute("alter table " + schema + "." + table + " set schema " + connection.getSchema());
            }
            statement.execute("drop schema " + schema);
            connection.commit();
        }
    }
}
