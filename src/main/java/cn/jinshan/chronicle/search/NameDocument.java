package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.SubjectNames;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Document of the index for a whole name, explained word or other name, which a wrong word may have meant. */
final class NameDocument {

    /** What a name belongs to. */
    enum Source {
        SUBJECT,
        TERM,
        OTHER_NAME
    }

    private static final String SOURCE = "source";
    private static final String SUBJECT = "named";
    private static final String NAME = "name";
    private static final String WRITTEN = "name-written";
    private static final String SPOKEN = "name-spoken";
    private static final String INITIALS = "name-initials";
    private static final String CHARACTERS = "name-characters";

    private static final Pattern NOT_LATIN = Pattern.compile("[^a-z]+");

    /** A shorter reading has too many near it. */
    private static final int LONG_ENOUGH = 4;

    private NameDocument() {}

    /** All names of a subject. */
    static List<Document> of(SubjectNames subject) {
        var documents = new ArrayList<Document>();
        documents.add(document(subject.name(), subject.reading(), Source.SUBJECT, subject.id()));
        subject.former()
                .forEach(former ->
                        documents.add(document(former, subject.kind().read(former), Source.SUBJECT, subject.id())));
        return documents;
    }

    static Document of(String name, Source source) {
        var document = document(name, Pinyin.of(name), source, null);
        initials(name, Pinyin.of(name))
                .ifPresent(initials -> document.add(new StringField(INITIALS, initials, Field.Store.NO)));
        return document;
    }

    private static Document document(String name, String reading, Source source, @Nullable Long subject) {
        var document = new Document();
        document.add(new StringField(SOURCE, source.name(), Field.Store.NO));
        document.add(new StoredField(NAME, name));
        if (subject != null) {
            document.add(new StringField(SUBJECT, Long.toString(subject), Field.Store.YES));
        }
        document.add(new StringField(WRITTEN, written(name), Field.Store.NO));
        document.add(new StringField(CHARACTERS, characters(name), Field.Store.NO));
        spoken(reading).forEach(letters -> document.add(new StringField(SPOKEN, letters, Field.Store.NO)));
        return document;
    }

    private static String written(String name) {
        return FoldedText.searched(name);
    }

    /** The characters of a name, in the order of their numbers, so that names with the same ones are equal. */
    private static String characters(String name) {
        return written(name).codePoints().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static Set<String> spoken(String reading) {
        return Reading.of(reading)
                .typed()
                .map(letters -> NOT_LATIN.matcher(letters).replaceAll(""))
                .filter(letters -> !letters.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The initials of a name that is read in two syllables or more. */
    static Optional<String> initials(String name, String reading) {
        var initials = NOT_LATIN
                .splitAsStream(Reading.of(reading, name).letters())
                .filter(syllable -> !syllable.isEmpty())
                .map(syllable -> syllable.substring(0, 1))
                .collect(Collectors.joining());
        return initials.length() > 1 ? Optional.of(initials) : Optional.empty();
    }

    /** The names that a word may have meant: those that sound the same, have the same characters, or one other. */
    static Query near(String word) {
        var near = new ArrayList<Query>();
        var written = written(word);
        near.add(Word.worth(4, new TermQuery(new Term(CHARACTERS, characters(word)))));
        near.add(Word.worth(written.codePointCount(0, written.length()) > 2 ? 3 : 1, oneOff(WRITTEN, written)));
        var readings = new BooleanQuery.Builder();
        Stream.concat(spoken(Pinyin.ofPerson(word)).stream(), spoken(Pinyin.of(word)).stream())
                .distinct()
                .forEach(letters -> {
                    readings.add(Word.worth(5, new TermQuery(new Term(SPOKEN, letters))), Occur.SHOULD);
                    if (letters.length() >= LONG_ENOUGH) {
                        readings.add(Word.worth(2, oneOff(SPOKEN, letters)), Occur.SHOULD);
                    }
                });
        near.add(readings.build());
        return new DisjunctionMaxQuery(near, 0);
    }

    /** The explained words and other names that have these initials in pinyin. */
    static Query ofInitials(String initials) {
        return new TermQuery(new Term(INITIALS, initials));
    }

    /** The names that are written so. */
    static Query called(String name) {
        return new TermQuery(new Term(WRITTEN, written(name)));
    }

    private static Query oneOff(String field, String word) {
        return new FuzzyQuery(new Term(field, word), 1);
    }

    static String name(Document document) {
        return String.valueOf(document.get(NAME));
    }

    /** The subject that is called so. */
    static Optional<Long> subject(Document document) {
        return Optional.ofNullable(document.get(SUBJECT)).map(Long::valueOf);
    }

    static Term term(Source source) {
        return new Term(SOURCE, source.name());
    }

    static Term subjectTerm(long subject) {
        return new Term(SUBJECT, Long.toString(subject));
    }
}
