package cn.jinshan.chronicle.drills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL of one drill, which keeps its data as one in use does and can be killed. */
final class Postgres implements AutoCloseable {

    private static final String NAME = "postgres";
    private static final String COPY = "earlier";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    Postgres(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start();
    }

    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                // It is off there by default, for faster tests
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    void stop() throws IOException {
        server.close();
    }

    /** SIGKILL of the process that all others of the server come from. */
    void kill() throws IOException {
        long process = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
        // Lets go of the folder
        server.close();
    }

    String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + url(),
            "--spring.datasource.username=" + NAME,
            "--spring.datasource.password=" + NAME
        };
    }

    private String url() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Keeps the database as it is now, while nobody uses it. */
    void copy() throws SQLException {
        aside("create database " + COPY + " template " + NAME);
    }

    /** Takes it back to that. */
    void takeBack() throws SQLException {
        aside("drop database " + NAME);
        aside("alter database " + COPY + " rename to " + NAME);
    }

    private void aside(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url("template1"), NAME, NAME);
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    Map<Long, Integer> saves() throws SQLException {
        try (var connection = connect()) {
            return H2File.saves(connection);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), NAME, NAME);
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
