package cn.jinshan.chronicle.storage;

import cn.jinshan.chronicle.start.GivenCommand;
import cn.jinshan.chronicle.start.RefusedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Check of the database before it is used; it writes nothing. */
class DatabaseSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URL = "spring.datasource.url";

    private static final String ANOTHER =
            "Move it away, or give the chronicle another folder with --chronicle.data=/another/folder.";

    private static final String COPY = "Bring the newest copy of it, or move it away to begin anew.";

    /** Since H2 2.2. */
    private static final int FORMAT = 3;

    /** A new database takes a third of it. */
    private static final long ROOM = 16L * 1024 * 1024;

    /** The oldest that PostgreSQL's makers or Hibernate's still care for. */
    private static final int OLDEST_POSTGRES = 13;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var command = GivenCommand.of(context);
        if (command.filter(GivenCommand::replacesDatabase).isPresent()) {
            return;
        }
        boolean mayMigrate = command.isEmpty();
        var settings = Binder.get(context.getEnvironment());
        var url = settings.bind(URL, String.class).orElse("");
        var user = settings.bind("spring.datasource.username", String.class).orElse("");
        var password = settings.bind("spring.datasource.password", String.class).orElse("");
        try {
            if (url.startsWith("jdbc:postgresql:")) {
                look(new DriverManagerDataSource(url, user, password), settings, mayMigrate);
            } else if (!url.startsWith("jdbc:h2:")) {
                throw new RefusedStartException(
                        URL + "=" + url + " is neither H2 nor PostgreSQL.",
                        "Leave it out: then the database is a file in chronicle.data. Or set it to jdbc:postgresql://…");
            } else {
                var address = DurableAddress.of(url);
                if (address.isPresent() && isKept(address.get())) {
                    var file = new JdbcDataSource();
                    // Nothing is written, be it closed well or not, nor of what fails
                    file.setURL(address.get().url().replaceFirst("(?i)(ACCESS_MODE_DATA\\s*=\\s*)rw", "$1r")
                            + ";TRACE_LEVEL_FILE=0");
                    file.setUser(user);
                    file.setPassword(password);
                    try (var opened = file.getConnection()) {
                        var database = FilePath.get(address.get().path() + PoolSetup.END);
                        if (H2Header.isCutOff(opened, database.size())) {
                            throw cutOff(database);
                        }
                        look(file, settings, mayMigrate);
                    }
                } else if (address.isPresent() && !mayMigrate) {
                    throw new RefusedStartException(
                            "There is no database yet at " + address.get().path() + PoolSetup.END + ".",
                            SchemaHistory.START_ONCE);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The database cannot be looked at", e);
        }
    }

    private static void look(DataSource database, Binder settings, boolean mayMigrate) throws SQLException {
        // Held, so that a file stays open meanwhile
        try (var connection = database.getConnection()) {
            var product = connection.getMetaData();
            if (product.getDatabaseProductName().equals("PostgreSQL")
                    && product.getDatabaseMajorVersion() < OLDEST_POSTGRES) {
                throw new RefusedStartException(
                        "PostgreSQL is of version " + product.getDatabaseProductVersion() + ".",
                        "The chronicle needs " + OLDEST_POSTGRES + " or newer.");
            }
            if (settings.bind("spring.flyway.enabled", Boolean.class).orElse(true)) {
                new SchemaHistory(settings.bindOrCreate("spring.flyway", FlywayProperties.class))
                        .check(database, connection, mayMigrate);
            }
        }
    }

    /** Whether the file is there already. */
    private static boolean isKept(DurableAddress address) throws IOException {
        var file = FilePath.get(address.path() + PoolSetup.END);
        var folder = file.getParent();
        while (!folder.exists() && folder.getParent() != null) {
            folder = folder.getParent();
        }
        if (!folder.isDirectory()) {
            throw new RefusedStartException(folder + " is a file, where a folder should be.", ANOTHER);
        }
        if (!folder.canWrite()) {
            throw new RefusedStartException(
                    "This user cannot write in the folder " + folder + ".",
                    "Let it (chown, chmod, or mount it for writing), or name another folder with"
                            + " --chronicle.data=/another/folder.");
        }
        if (file.exists()) {
            checkFile(file);
            return true;
        }
        var path = Path.of(folder.unwrap().toString());
        if (Files.exists(path) && Files.getFileStore(path).getUsableSpace() < ROOM) {
            throw new RefusedStartException(
                    "The disk of " + folder + " has no room for a database.",
                    "Make room: 16 MB at least, to begin with.");
        }
        return false;
    }

    private static void checkFile(FilePath file) throws IOException {
        if (file.isDirectory()) {
            throw new RefusedStartException(file + " is a folder, where the database file should be.", ANOTHER);
        }
        if (!file.canWrite()) {
            throw new RefusedStartException(
                    "This user cannot write the database file " + file + ".", "Let it (chown, or chmod u+rw).");
        }
        if (file.size() == 0) {
            throw new RefusedStartException("The database file " + file + " is empty: what was in it is lost.", COPY);
        }
        var header = H2Header.of(file);
        if (header.format() < 0) {
            throw new RefusedStartException(file + " is no H2 database, or its beginning is damaged.", COPY);
        }
        if (header.format() != FORMAT) {
            throw new RefusedStartException(
                    file + " is a database of " + (header.format() > FORMAT ? "a newer H2" : "an H2 before 2.2")
                            + " (format " + header.format() + ").",
                    "Carry it over: with the H2 that wrote it, script to 'old.sql'; with this one, runscript from 'old.sql'.");
        }
        if (header.isCutOff()) {
            throw cutOff(file);
        }
    }

    private static RefusedStartException cutOff(FilePath file) {
        return new RefusedStartException("The end of the database file " + file + " is missing.", COPY);
    }
}
