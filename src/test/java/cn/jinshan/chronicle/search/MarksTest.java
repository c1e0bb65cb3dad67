package cn.jinshan.chronicle.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSection;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.text.Marked;
import cn.jinshan.chronicle.text.Prose;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked in a text, and which part of it is shown. */
class MarksTest {

    private final Directory directory = new ByteBuffersDirectory();

    /** The marks of a word in a text that is the only one of an index. */
    private Marks of(String word, String text) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(Place.ANALYZER))) {
            writer.addDocument(EntryDocument.of(
                    new PublishedEntry(
                            1,
                            1,
                            new PublishedSection(1, "visits", "走访调研", "", 1, Tone.GREEN),
                            1,
                            text,
                            EventDate.parse("", 2023, null),
                            new Prose(text),
                            "",
                            new Prose(""),
                            null,
                            Instant.EPOCH),
                    List.of()));
        }
        var index = new IndexSearcher(DirectoryReader.open(directory));
        var query = new BooleanQuery.Builder();
        for (var place : List.of(Place.TITLE, Place.TEXT)) {
            var phrase = new PhraseQuery.Builder();
            Phrase.written(new ArrayList<>(Unit.of(word)))
                    .terms()
                    .forEach(each -> phrase.add(new Term(place.name(), each.term()), each.position()));
            query.add(phrase.build(), Occur.SHOULD);
        }
        return Marks.of(index.createWeight(index.rewrite(query.build()), ScoreMode.COMPLETE_NO_SCORES, 1), index, 0);
    }

    private static String shown(Marked marked) {
        return marked.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }

    @Test
    void anExcerptBeginsAndEndsWithAClause() throws IOException {
        var clause = "区残联走访慰问了困难残疾人家庭，";
        var text = clause.repeat(20) + "送去李婷的祝福；" + clause.repeat(20) + "\n" + clause;

        var excerpt = shown(of("李婷", text).excerpt(Place.TEXT, text));

        assertThat(excerpt).contains("[李婷]").matches("…(区|送).*[，；]…").hasSizeBetween(60, 300);
    }

    @Test
    void whereNothingIsFoundTheBeginningIsShown() throws IOException {
        assertThat(shown(Marks.NONE.excerpt(Place.TEXT, "第一句。第二句。"))).isEqualTo("第一句。第二句。");
        assertThat(shown(Marks.NONE.excerpt(Place.TEXT, "很长的一句。".repeat(100))))
                .startsWith("很长的一句。")
                .endsWith("…");
        assertThat(Marks.NONE.excerpt(Place.TEXT, "").pieces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "葛\uDB40\uDD00钧, 葛, [葛\uDB40\uDD00]钧",
        "cafe\u0301了, café, [cafe\u0301]了",
        "𠮷野家, 𠮷, [𠮷]野家",
        "第①名, 1, 第[①]名",
        "“全国助残日”文艺, 日文艺, “全国助残[日”文艺]",
        "独自1月1日与11月1日, 1月1日, 独自[1月1日]与11月1日"
    })
    void noMarkEndsInsideOfACharacter(String text, String word, String marked) throws IOException {
        assertThat(shown(of(word, text).in(Place.TITLE, text))).isEqualTo(marked);
    }
}
