package cn.jinshan.chronicle.storage;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Explains in one sentence why a database cannot be opened, from the error of H2 or PostgreSQL. */
class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String PLAIN =
            "Set spring.datasource.url to a plain file, such as jdbc:h2:file:/srv/chronicle/chronicle.";
    private static final String COPY = "Bring the newest copy of it, or move it away to begin anew.";
    private static final String ADDRESS = "See to it that it runs and takes connections there, or correct"
            + " spring.datasource.url (jdbc:postgresql://host:5432/database).";
    private static final String ACCOUNT = "Correct spring.datasource.username and spring.datasource.password.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        var sentences = cause.getClass().getName().startsWith("org.h2.") ? ofH2(cause) : ofPostgres(cause);
        return sentences == null ? null : new FailureAnalysis(sentences.get(0), sentences.get(1), cause);
    }

    /** By {@code org.h2.api.ErrorCode}. */
    private static @Nullable List<String> ofH2(SQLException cause) {
        return switch (cause.getErrorCode()) {
            case 90020 ->
                List.of(
                        "The chronicle is running already: another process uses the same data folder.",
                        "Stop the other one, or give this one a folder of its own with --chronicle.data=/another/folder.");
            case 90040 ->
                List.of(
                        "The user of the H2 database is no administrator of it, and can force nothing onto the disk.",
                        "Set spring.datasource.username to one that is, or let one that is grant it: alter user … admin true.");
            case 90011, 90046, 90066, 90113 ->
                List.of("H2 does not understand the address of the database: " + cause.getMessage() + ".", PLAIN);
            case 28000 -> List.of("The H2 database knows no such user with this password.", ACCOUNT);
            case 90048 ->
                List.of("The database file was written by another version of H2, which this one cannot read.", COPY);
            case 90030, 90097 -> List.of("The database file is damaged or cut off: " + told(cause) + ".", COPY);
            case 50000, 50100, 90028, 90031, 90098, 90062, 90125 ->
                List.of(
                        "The database file cannot be written: " + told(cause) + ".",
                        "Make room on that disk, and let this user write there.");
            default -> null;
        };
    }

    /** By SQLSTATE, PostgreSQL appendix A. */
    private static @Nullable List<String> ofPostgres(SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "08001", "08004", "08006" ->
                NestedExceptionUtils.getMostSpecificCause(cause) instanceof UnknownHostException unknown
                        ? List.of("No machine has the name of the database's: " + unknown.getMessage() + ".", ADDRESS)
                        : List.of(
                                "No database answers: " + told(cause) + ".", state.equals("08004") ? ACCOUNT : ADDRESS);
            case "28000", "28P01" -> List.of("PostgreSQL lets this user not in: " + told(cause) + ".", ACCOUNT);
            case "3D000" ->
                List.of(
                        "PostgreSQL has no such database: " + told(cause) + ".",
                        "Make it (create database … owner …), or correct spring.datasource.url.");
            case "42501" ->
                List.of(
                        "The user of the database may not do what a start needs: " + told(cause) + ".",
                        "Let it make tables there: grant create on schema … to …, or make it the database's owner.");
            default ->
                state.matches("(53|57|58|08).*")
                        ? List.of(
                                "PostgreSQL cannot serve now: " + told(cause) + ".",
                                "Look at its log, and start again once it can.")
                        : null;
        };
    }

    private static String told(SQLException cause) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage())
                .replaceFirst("[.\\s]+$", "");
    }
}
