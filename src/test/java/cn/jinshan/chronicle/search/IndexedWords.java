package cn.jinshan.chronicle.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** All that the files of an index say, of deleted documents as well: its terms and what it stores. */
public final class IndexedWords {

    private IndexedWords() {}

    /** One line for each. */
    public static String in(Path folder) throws IOException {
        var words = new TreeSet<String>();
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                add(leaf.reader(), words);
            }
        }
        return String.join("\n", words);
    }

    private static void add(LeafReader segment, Set<String> words) throws IOException {
        var stored = segment.storedFields();
        for (int document = 0; document < segment.maxDoc(); document++) {
            stored.document(document).forEach(field -> words.add(String.valueOf(field.stringValue())));
        }
        for (FieldInfo field : segment.getFieldInfos()) {
            var present = segment.terms(field.name);
            if (present != null) {
                var terms = present.iterator();
                for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                    words.add(term.utf8ToString());
                }
            }
        }
    }

    /** The files that no present search needs: an index before this one may be in them. */
    public static Set<String> filesBesideTheIndex(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder)) {
            var files = new TreeSet<>(Set.of(directory.listAll()));
            files.removeAll(SegmentInfos.readLatestCommit(directory).files(true));
            files.remove(IndexWriter.WRITE_LOCK_NAME);
            return files;
        }
    }
}
