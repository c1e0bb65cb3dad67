package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.backup.BackupFolder.Kept;
import cn.jinshan.chronicle.backup.BackupRuns.Run;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Row of the list of backups: a file, or a backup that failed.
 *
 * @param made the moment that it holds; null for a file that does not say it in its name
 * @param file null where there is none
 * @param run how it was made; null for what this record made not, or knows no more
 */
record BackupRow(
        @Nullable Instant made,
        @Nullable Kept file,
        @Nullable Run run) {

    private static final double MEGABYTE = 1024 * 1024;
    private static final double LEAST = 0.1;

    private static final Comparator<BackupRow> NEWEST_FIRST =
            Comparator.comparing(BackupRow::made, Comparator.nullsLast(Comparator.reverseOrder()));

    /**
     * All files, and what failed, newest first.
     *
     * @param made the runs that made the files, as far as they are known
     */
    static List<BackupRow> of(List<Kept> files, List<Run> made, List<Run> failed) {
        var byName = made.stream().collect(Collectors.toMap(Run::name, Function.identity(), (newer, older) -> newer));
        return Stream.concat(
                        files.stream().map(file -> of(file, byName.get(file.name()))),
                        failed.stream().map(run -> new BackupRow(run.made(), null, run)))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static BackupRow of(Kept file, @Nullable Run run) {
        var made = run == null ? RecordBackup.made(file.name()).orElse(null) : run.made();
        return new BackupRow(made, file, run);
    }

    /** The size in megabytes (MB); never so small that it would read as nothing. */
    public double megabytes() {
        return file == null ? 0 : Math.max(file.bytes() / MEGABYTE, LEAST);
    }
}
