package cn.jinshan.chronicle.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Question of a reader, as queries of the index: for what has all its words, and for what comes near. */
final class Question {

    private static final int MOST_SUGGESTIONS = 3;

    private final Search search;
    private final IndexReading index;
    private final List<Integer> years;
    private final List<Word> words;

    /** @param years those that are open, the newest first */
    Question(Search search, IndexReading index, List<Integer> years) {
        this.search = search;
        this.index = index;
        this.years = years;
        this.words = together(search.words().stream().map(this::word).toList());
    }

    private Word word(String typed) {
        return Word.of(typed, index.otherForms(), years);
    }

    /** Words of letters that together are how something is read become one, as many as possible. */
    private List<Word> together(List<Word> typed) {
        var words = new LinkedHashSet<Word>();
        for (int start = 0; start < typed.size(); start++) {
            var word = typed.get(start);
            var letters = new StringBuilder(word.typed());
            for (int next = start + 1; next < typed.size() && typed.get(start).isLatin(); next++) {
                if (!typed.get(next).isLatin()) {
                    break;
                }
                var longer = word(letters.append(typed.get(next).typed()).toString());
                if (index.count(longer.query()) > 0) {
                    word = longer;
                    start = next;
                }
            }
            words.add(word);
        }
        return List.copyOf(words);
    }

    /** Whether it has no words, but filters alone. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** What has all the words; all entries for none. */
    Asked exact() {
        var query = entries();
        var written = new BooleanQuery.Builder();
        var spoken = new BooleanQuery.Builder();
        for (var word : words) {
            query.add(word.query(), Occur.MUST);
            word.markWritten(written);
            word.markSpoken(spoken);
        }
        return new Asked(query.build(), new Marks(written.build(), spoken.build()), words);
    }

    private static BooleanQuery.Builder entries() {
        return new BooleanQuery.Builder().add(EntryDocument.any(), Occur.FILTER);
    }

    /** What comes near at least one of the words. */
    Asked near() throws IOException {
        var query = entries().setMinimumNumberShouldMatch(1);
        var written = new BooleanQuery.Builder();
        var spoken = new BooleanQuery.Builder();
        var also = new ArrayList<>(words);
        for (var word : words) {
            var near = new NearWord(word, index, years);
            query.add(near.query(), Occur.SHOULD);
            near.markWritten(written);
            near.markSpoken(spoken);
            near.meant().stream().map(this::word).forEach(also::add);
        }
        return new Asked(query.build(), new Marks(written.build(), spoken.build()), also);
    }

    /** The same question with whole names in the place of words that nothing has; each finds something. */
    List<Search> suggestions() throws IOException {
        var choices = new ArrayList<List<String>>();
        for (var word : words) {
            boolean isFound = words.size() > 1 && index.count(word.query()) > 0;
            choices.add(isFound ? List.of(word.typed()) : new NearWord(word, index, years).meant());
        }
        var suggestions = new LinkedHashSet<Search>();
        for (int choice = 0; choice < MOST_SUGGESTIONS; choice++) {
            int each = choice;
            if (choices.stream().anyMatch(List::isEmpty)) {
                break;
            }
            var meant = search.words(choices.stream()
                    .map(names -> names.get(Math.min(each, names.size() - 1)))
                    .collect(Collectors.joining(" ")));
            if (index.count(new Question(meant, index, years).exact().query()) > 0) {
                suggestions.add(meant);
            }
        }
        return List.copyOf(suggestions);
    }

    /**
     * Query of the index.
     *
     * @param marks of what it finds in a text
     * @param words for which subjects are looked at
     */
    record Asked(Query query, Marks marks, List<Word> words) {}
}
