package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Reading;
import cn.jinshan.chronicle.text.Syllables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * Word of a question, with all that is looked for in its place.
 *
 * @param typed as the reader wrote it
 * @param units of which it consists
 * @param otherwise the same word with other names in it, with numbers written otherwise, and names of these initials
 * @param spoken the syllables of the pinyin that it may be
 * @param letters without the numbers of tones, if it consists of letters alone; else empty
 * @param date the date that it names, if it names one
 */
record Word(
        String typed,
        List<Unit> units,
        List<String> otherwise,
        List<List<String>> spoken,
        String letters,
        Optional<NamedDate> date) {

    /** Longer words are no pinyin. */
    private static final int LONGEST_PINYIN = 60;

    private static final int MOST_DIVISIONS = 6;

    /** In letters, perhaps with the number of the tone after each syllable. */
    private static final Pattern PINYIN = Pattern.compile("[a-z]+|(?:[a-z]{1,6}[1-5])+");

    private static final Pattern TONE = Pattern.compile("[1-5]");

    /** A single syllable is looked for in names alone: nearly every text has it. */
    private static final int SYLLABLES_OF_A_WORD = 2;

    /** What is found by another word is worth less than what is found by this one. */
    private static final float LESS = 0.5f;

    static Word of(String typed, IndexReading index) {
        var folded = FoldedText.searched(typed);
        var letters = PINYIN.matcher(folded).matches() ? TONE.matcher(folded).replaceAll("") : "";
        var otherwise = Stream.of(
                        index.otherForms().of(typed).stream(),
                        Numerals.otherwise(folded),
                        index.withInitials(letters).stream())
                .flatMap(Function.identity());
        return new Word(
                typed,
                Unit.of(typed),
                otherwise.toList(),
                letters.length() > LONGEST_PINYIN ? List.of() : Syllables.divisions(letters, MOST_DIVISIONS),
                letters,
                NamedDate.of(typed, index.years()));
    }

    boolean isLatin() {
        return !letters.isEmpty();
    }

    /** Finds the entries that have the word, each with what the best place is worth. */
    Query query(IndexReading index) {
        var queries = new ArrayList<Query>();
        for (var place : Place.values()) {
            written(units, place, 0, index, queries);
            otherwise.forEach(other -> written(Unit.of(other), place, LESS, index, queries));
            spoken.stream()
                    .filter(syllables -> place == Place.NAMES || syllables.size() >= SYLLABLES_OF_A_WORD)
                    .map(syllables -> Phrase.spoken(UnitTokenizer.SPOKEN, syllables))
                    .forEach(phrase -> queries.add(worth(place.worth() - LESS, phrase.in(place.name(), index))));
        }
        spoken.forEach(syllables -> queries.add(
                worth(Place.NAMES.worth() - LESS, Phrase.spoken("", syllables).in(Place.READING, index))));
        if (isLatin()) {
            queries.add(worth(Place.NAMES.worth() - LESS, EntryDocument.ofInitials(letters)));
        }
        queries.add(worth(Place.WORDING.worth(), EntryDocument.ofSection(typed)));
        date.ifPresent(named -> {
            queries.add(worth(Place.WORDING.worth() - LESS, named.query()));
            written(Unit.of(named.wording()), Place.WORDING, 0, index, queries);
        });
        return new DisjunctionMaxQuery(queries, 0);
    }

    private static void written(List<Unit> units, Place place, float less, IndexReading index, List<Query> queries) {
        var phrase = Phrase.written(new ArrayList<>(units)).in(place.name(), index);
        queries.add(worth(place.worth() - less, phrase));
    }

    static Query worth(float worth, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), worth);
    }

    /** Whether it may be a name in pinyin: some syllables of it, or the initials of them all. */
    boolean isPinyinOf(String name, String reading) {
        if (!isLatin()) {
            return false;
        }
        var typed = Reading.of(reading, name).typed().map(Word::spaced).toList();
        return NameDocument.initials(name, reading).filter(letters::equals).isPresent()
                || spoken.stream()
                        .map(syllables -> spaced(String.join(" ", syllables)))
                        .anyMatch(syllables -> typed.stream().anyMatch(read -> read.contains(syllables)));
    }

    private static String spaced(String syllables) {
        return " " + syllables + " ";
    }
}
