package cn.jinshan.chronicle.backup;

import cn.jinshan.chronicle.start.OwnersAlone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** List of the numbers of the entries that were erased, a line for each, in a file beside backups. It only grows. */
class ErasedList {

    private static final String NAME = "erased-entries.txt";

    private final Path folder;

    ErasedList(Path folder) {
        this.folder = folder;
    }

    SortedSet<Long> numbers() throws IOException {
        var list = folder.resolve(NAME);
        if (!Files.isRegularFile(list)) {
            return new TreeSet<>();
        }
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> line.matches("[1-9]\\d{0,17}"))
                    .map(Long::valueOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns once the numbers are on the disk, with those that were there. */
    void add(Collection<Long> numbers) throws IOException {
        var all = numbers();
        if (!all.addAll(numbers)) {
            return;
        }
        OwnersAlone.createFolder(folder);
        var unfinished = folder.resolve(NAME + ".part");
        Files.deleteIfExists(unfinished);
        OwnersAlone.createFile(unfinished);
        var lines = all.stream().map(number -> number + "\n").collect(Collectors.joining());
        Files.writeString(unfinished, lines, StandardOpenOption.DSYNC, StandardOpenOption.WRITE);
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        OwnersAlone.force(folder);
    }
}
