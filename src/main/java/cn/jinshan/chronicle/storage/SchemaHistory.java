package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.RefusedStartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;

/** Migrations that a database has had, compared with those of this application. */
class SchemaHistory {

    private static final String SEED = "db/seed/";

    static final String START_ONCE = "Start this version of the chronicle once, stop it, and give the command again.";

    private final FlywayProperties properties;

    SchemaHistory(FlywayProperties properties) {
        this.properties = properties;
    }

    /**
     * Refuses what this application could not go on with.
     *
     * @param connection to the same database
     * @param mayMigrate false: what is not of this version yet is refused as well
     */
    void check(DataSource database, Connection connection, boolean mayMigrate) throws SQLException {
        var tables = tables(connection, connection.getSchema());
        boolean begun = tables.stream().anyMatch(properties.getTable()::equalsIgnoreCase);
        if (!begun && !tables.isEmpty()) {
            throw new RefusedStartException(
                    "The database holds tables of another program: "
                            + tables.stream().limit(3).collect(Collectors.joining(", "))
                            + (tables.size() > 3 ? " …" : "")
                            + ".",
                    "Give the chronicle a database, or a schema, of its own.");
        }
        var migrations = begun ? migrations(database) : List.<MigrationInfo>of();
        var known = migrations.stream()
                .map(MigrationInfo::getState)
                .filter(MigrationState::isResolved)
                .toList();
        if (!known.isEmpty() && known.stream().noneMatch(MigrationState::isApplied)) {
            throw new RefusedStartException(
                    "The database was made by another program, with "
                            + migrations.get(0).getScript() + ".",
                    "Give the chronicle a database, or a schema, of its own.");
        }
        migrations.forEach(this::refuse);
        if (!begun || known.contains(MigrationState.PENDING)) {
            if (!mayMigrate) {
                throw new RefusedStartException(
                        begun
                                ? "The database is of an older version of the chronicle."
                                : "There is no chronicle in the database yet.",
                        START_ONCE);
            }
            checkRight(connection);
        }
    }

    /** The names of all tables of a schema, as the database spells them. */
    static List<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** Flyway with the migrations of the application, for a database that is not its own. */
    static FluentConfiguration flyway(FlywayProperties properties, DataSource database) {
        return Flyway.configure(SchemaHistory.class.getClassLoader())
                .dataSource(database)
                .table(properties.getTable())
                .locations(properties.getLocations().toArray(String[]::new));
    }

    private List<MigrationInfo> migrations(DataSource database) {
        var flyway = flyway(properties, database);
        if (properties.getDefaultSchema() != null) {
            flyway.defaultSchema(properties.getDefaultSchema());
        }
        return List.of(flyway.load().info().all());
    }

    private void refuse(MigrationInfo migration) {
        var state = migration.getState();
        var name = String.valueOf(migration.getScript());
        if (state.isFailed()) {
            throw new RefusedStartException(
                    "An earlier start failed in the middle of changing the database (" + name + ").",
                    "Bring the copy from before that start; or, if it was the very first one, delete the database.");
        }
        if (state == MigrationState.FUTURE_SUCCESS) {
            throw new RefusedStartException(
                    "The database was last used by a newer version of the chronicle: it has " + name
                            + ", which this one does not know.",
                    "Start that version, or bring the copy of the database from before it.");
        }
        if (state == MigrationState.MISSING_SUCCESS) {
            throw isSeed(name)
                    ? seed("with the year 2023 (classpath:db/seed), and this start leaves that out", "with it")
                    : new RefusedStartException(
                            "The database has had " + name + ", which this version of the chronicle does not know.",
                            "Start the version that made it.");
        }
        if (state == MigrationState.IGNORED) {
            throw isSeed(name)
                    ? seed("without the year 2023, and this start brings it (classpath:db/seed)", "without it")
                    : new RefusedStartException(
                            "The database has not had " + name + ", but later ones.",
                            "Start the version that made it, or bring another copy.");
        }
        if (!migration.isChecksumMatching()) {
            throw new RefusedStartException(
                    "The database was made by another " + name + " than the one of this version.",
                    "Start the version that made it.");
        }
    }

    private boolean isSeed(String script) {
        return getClass().getClassLoader().getResource(SEED + script) != null;
    }

    private static RefusedStartException seed(String begun, String again) {
        return new RefusedStartException(
                "The database was begun " + begun + ".",
                "Start it " + again
                        + ", with the same spring.flyway.locations as the first time, or with another database.");
    }

    private static void checkRight(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_user, current_schema(),"
                        + " coalesce(has_schema_privilege(current_schema(), 'create'), false)")) {
            row.next();
            if (!row.getBoolean(3)) {
                throw new RefusedStartException(
                        "The user %s of the database may make no tables in the schema %s."
                                .formatted(row.getString(1), row.getString(2)),
                        "Let it: grant create on schema … to …, or make it the database's owner.");
            }
        }
    }
}
