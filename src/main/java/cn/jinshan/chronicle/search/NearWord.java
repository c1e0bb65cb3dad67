package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What comes near a word of a question: whole names that it may have meant, the same with one unit wrong, missing or
 * too many, and the words that it consists of.
 */
final class NearWord {

    /** A longer word is only taken apart. */
    private static final int LONGEST = 20;

    private static final int LONGEST_NAME = 12;

    /** So many names are looked at, and so many are taken. */
    private static final int LOOKED_AT = 12;

    private static final int MOST_NAMES = 3;

    private static final float EXACT = 4;
    private static final float NAME = 3;
    private static final float ONE_OFF = 1.5f;

    private static final Pattern DATE = Pattern.compile("(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?");

    private final Word word;
    private final IndexReading index;
    private final List<String> names;
    private final Set<String> parts;

    NearWord(Word word, IndexReading index) throws IOException {
        this.word = word;
        this.index = index;
        this.names = word.units().size() > LONGEST ? List.of() : names();
        this.parts = parts();
    }

    private List<String> names() throws IOException {
        var searcher = index.searcher();
        var names = new LinkedHashSet<String>();
        for (var hit : searcher.search(NameDocument.near(word.typed()), LOOKED_AT).scoreDocs) {
            var document = searcher.storedFields().document(hit.doc);
            var name = NameDocument.name(document);
            var subject = NameDocument.subject(document);
            boolean isPublic = subject.map(number -> index.count(new TermQuery(EntryDocument.subjectTerm(number))) > 0)
                    .orElseGet(() -> index.count(word(name).query(index)) > 0);
            if (isPublic && names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The word itself where something has it, else whole names that were perhaps meant, the likeliest first. */
    List<String> choices() {
        return index.count(word.query(index)) > 0 ? List.of(word.typed()) : names;
    }

    private Word word(String typed) {
        return Word.of(typed, index);
    }

    /** The word, and all that is looked for beside it. */
    Stream<Word> words() {
        return Stream.concat(
                Stream.of(word), Stream.concat(names.stream(), parts.stream()).map(this::word));
    }

    Query query() {
        var near = new ArrayList<Query>(List.of(new BoostQuery(word.query(index), EXACT)));
        names.forEach(name -> near.add(new BoostQuery(word(name).query(index), NAME)));
        for (var place : List.of(Place.TITLE, Place.NAMES, Place.TEXT, Place.EASY_TITLE, Place.EASY_READ)) {
            oneOff().forEach(units -> near.add(
                    Word.worth(place.worth() * ONE_OFF, Phrase.written(units).in(place.name(), index))));
        }
        var some = new BooleanQuery.Builder();
        parts.forEach(part -> some.add(word(part).query(index), Occur.SHOULD));
        near.add(some.build());
        return new DisjunctionMaxQuery(near, 0);
    }

    /** The units with any one in the place of one, without one, and with one more between two. */
    private Set<List<@Nullable Unit>> oneOff() {
        var units = word.units();
        var oneOff = new LinkedHashSet<List<@Nullable Unit>>();
        if (units.size() < 2 || units.size() > LONGEST) {
            return oneOff;
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.size() > 2) {
                var other = new ArrayList<@Nullable Unit>(units);
                other.set(i, null);
                oneOff.add(other);
                var without = new ArrayList<@Nullable Unit>(units);
                without.remove(i);
                oneOff.add(without);
            }
            if (i > 0) {
                var more = new ArrayList<@Nullable Unit>(units);
                more.add(i, null);
                oneOff.add(more);
            }
        }
        return oneOff;
    }

    /** The words that it consists of: a date before the others, known names, and what a dictionary knows. */
    private Set<String> parts() {
        var text = FoldedText.searched(word.typed());
        var parts = new LinkedHashSet<String>();
        var date = DATE.matcher(text);
        int from = date.lookingAt() ? date.end() : 0;
        if (from > 0) {
            parts.add(text.substring(0, from));
        }
        for (int place = from; place < text.length(); ) {
            int end = endOfName(text, place);
            if (end > place) {
                divide(text.substring(from, place), parts);
                parts.add(text.substring(place, end));
                from = end;
            }
            place = Math.max(end, text.offsetByCodePoints(place, 1));
        }
        divide(text.substring(from), parts);
        parts.remove(text);
        return parts;
    }

    /** The end of the longest known name that stands at a place; the place itself for none. */
    private int endOfName(String text, int place) {
        for (int end = Math.min(text.length(), place + LONGEST_NAME); end > place + 1; end--) {
            if (index.count(NameDocument.called(text.substring(place, end))) > 0) {
                return end;
            }
        }
        return place;
    }

    private static void divide(String text, Set<String> parts) {
        var words = BreakIterator.getWordInstance(ULocale.CHINESE);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (text.codePointCount(start, end) > 1) {
                parts.add(text.substring(start, end));
            }
            start = end;
        }
    }
}
