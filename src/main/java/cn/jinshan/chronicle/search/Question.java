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
    private final List<Word> words;

    Question(Search search, IndexReading index) {
        this.search = search;
        this.index = index;
        this.words = together(search.words().stream().map(this::word).toList());
    }

    private Word word(String typed) {
        return Word.of(typed, index);
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
                if (index.count(longer.query(index)) > 0) {
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
        words.forEach(word -> query.add(word.query(index), Occur.MUST));
        return new Asked(query.build(), words);
    }

    private static BooleanQuery.Builder entries() {
        return new BooleanQuery.Builder().add(EntryDocument.any(), Occur.FILTER);
    }

    /** The words with what comes near each. */
    List<NearWord> nearWords() throws IOException {
        var near = new ArrayList<NearWord>();
        for (var word : words) {
            near.add(new NearWord(word, index));
        }
        return near;
    }

    /** What comes near at least one of the words. */
    static Asked near(List<NearWord> words) {
        var query = entries().setMinimumNumberShouldMatch(1);
        var asked = new ArrayList<Word>();
        for (var word : words) {
            query.add(word.query(), Occur.SHOULD);
            word.words().forEach(asked::add);
        }
        return new Asked(query.build(), asked);
    }

    /** The same question with whole names in the place of words that nothing has; each finds something. */
    List<Search> suggestions(List<NearWord> near) {
        var choices = near.stream().map(NearWord::choices).toList();
        var suggestions = new LinkedHashSet<Search>();
        if (choices.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        for (int choice = 0; choice < MOST_SUGGESTIONS; choice++) {
            int each = choice;
            var meant = search.words(choices.stream()
                    .map(names -> names.get(Math.min(each, names.size() - 1)))
                    .collect(Collectors.joining(" ")));
            if (index.count(new Question(meant, index).exact().query()) > 0) {
                suggestions.add(meant);
            }
        }
        return List.copyOf(suggestions);
    }

    /** Query of the index, and the words that it looks for. */
    record Asked(Query query, List<Word> words) {}
}
