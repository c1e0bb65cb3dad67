package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.changes.Position;
import cn.jinshan.chronicle.search.IndexStore.Followed;
import cn.jinshan.chronicle.search.NameDocument.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the index, between two starts. */
class IndexStoreTest {

    private static final Followed FOLLOWED = new Followed(
            new Position("log", 7, Instant.parse("2023-05-18T08:00:00.123456Z")),
            new OtherForms(List.of()),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    private void write() throws IOException {
        try (var index = IndexStore.in(folder)) {
            index.writer().addDocument(NameDocument.of("残联", Source.TERM));
            index.show(FOLLOWED);
            index.keep();
        }
    }

    private int found() throws IOException {
        try (var index = IndexStore.in(folder);
                var reading = index.read(FOLLOWED)) {
            return reading.count(NameDocument.called("残联"));
        }
    }

    private Position position() throws IOException {
        try (var index = IndexStore.in(folder)) {
            return index.position();
        }
    }

    @Test
    void whatIsKeptIsThereAtTheNextStart() throws IOException {
        assertThat(position()).isNull();
        write();

        assertThat(position()).isEqualTo(FOLLOWED.position());
        assertThat(found()).isOne();
    }

    @Test
    void whatIsNotKeptIsNot() throws IOException {
        try (var index = IndexStore.in(folder)) {
            index.writer().addDocument(NameDocument.of("残联", Source.TERM));
            index.show(FOLLOWED);
        }

        assertThat(position()).isNull();
        assertThat(found()).isZero();
    }

    @Test
    void whateverFileIsDamagedItIsWrittenAnewInItsFolder() throws IOException {
        write();
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> !file.endsWith("write.lock")).toList();
        }
        assertThat(files).hasSizeGreaterThan(2);
        for (var file : files) {
            write();
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThat(position()).as("%s", file).isNull();
            assertThat(found()).isZero();
            try (var all = Files.list(folder)) {
                for (var each : all.toList()) {
                    Files.delete(each);
                }
            }
            write();
            assertThat(position()).isEqualTo(FOLLOWED.position());
        }
    }

    /** Lucene only marks documents as deleted, until their segment is merged with others. */
    @Test
    void whatIsPurgedIsInNoFileOfTheFolder() throws IOException {
        try (var index = IndexStore.in(folder)) {
            for (int i = 0; i < 20; i++) {
                index.writer().addDocument(NameDocument.of("留下" + i, Source.OTHER_NAME));
            }
            index.writer().addDocument(NameDocument.of("忘川", Source.TERM));
            index.show(FOLLOWED);
            index.keep();

            index.writer().deleteDocuments(NameDocument.term(Source.TERM));
            index.show(followed(8));
            index.keep();
            assertThat(IndexedWords.in(folder)).as("deleted, and still there").contains("忘川", "留下7");

            index.purge();
            index.show(followed(9));
            index.keep();
            assertThat(IndexedWords.in(folder)).contains("留下7").doesNotContain("忘川");
            assertThat(IndexedWords.filesBesideTheIndex(folder)).isEmpty();
        }
    }

    private static Followed followed(long number) {
        return new Followed(
                new Position("log", number, FOLLOWED.position().made()), FOLLOWED.otherForms(), List.of(), List.of());
    }

    @Test
    void whatSomebodyElsePutIntoTheFolderStays() throws IOException {
        var other = Files.writeString(folder.resolve("照片说明.txt"), "别人的文件");

        write();

        assertThat(other).hasContent("别人的文件");
        assertThat(found()).isOne();
    }

    @Test
    void twoDoNotWriteAtOnce() throws IOException {
        try (var index = IndexStore.in(folder)) {
            assertThat(index.isOpen()).isTrue();
            assertThatThrownBy(() -> IndexStore.in(folder)).isInstanceOf(LockObtainFailedException.class);
        }
    }
}
