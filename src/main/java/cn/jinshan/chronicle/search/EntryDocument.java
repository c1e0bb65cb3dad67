package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.SubjectNames;
import cn.jinshan.chronicle.entries.TimelineFilter;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Prose;
import cn.jinshan.chronicle.text.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** Document of the index for a public entry: its words in their places, its facets, and what it is sorted by. */
final class EntryDocument {

    /** The dimensions of the facets. */
    enum Dimension {
        SECTION,
        /** As an address says it: {@code 1} to {@code 12}, or {@code none}. */
        MONTH,
        YEAR,
        KIND
    }

    /** Best first, then the newest year, in chronicle order. */
    static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField("year", SortField.Type.INT, true),
            new SortField("place", SortField.Type.INT),
            new SortField("section-position", SortField.Type.INT),
            new SortField("position", SortField.Type.INT),
            new SortField("number", SortField.Type.LONG));

    static final FacetsConfig FACETS = new FacetsConfig();

    private static final String ENTRY = "entry";
    private static final String EDITION = "edition";
    private static final String SUBJECT = "subject";
    private static final String YEAR = "of-year";
    private static final String MONTH = "of-month";
    private static final String SECTION = "of-section";
    private static final String INITIALS = "initials";

    /** Marks the documents of entries among those of names. */
    private static final Term ANY = new Term("type", ENTRY);

    private static final FieldType WORDS = new FieldType();

    static {
        FACETS.setMultiValued(Dimension.MONTH.name(), true);
        FACETS.setMultiValued(Dimension.KIND.name(), true);
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        WORDS.setOmitNorms(true);
        WORDS.freeze();
    }

    private final Document document = new Document();

    private EntryDocument(PublishedEntry entry, List<SubjectNames> subjects) {
        add(Place.TITLE, entry.title());
        add(Place.TEXT, text(entry.body()));
        add(Place.EASY_TITLE, entry.easyTitle());
        add(Place.EASY_READ, easyText(entry));
        add(Place.WORDING, wording(entry));
        document.add(new StringField(ANY.field(), ANY.text(), Field.Store.NO));
        document.add(new StringField(ENTRY, Long.toString(entry.id()), Field.Store.YES));
        facet(Dimension.SECTION, entry.section().slug());
        document.add(new StringField(SECTION, folded(entry.section().title()), Field.Store.NO));
        int year = entry.date().year();
        facet(Dimension.YEAR, Integer.toString(year));
        document.add(new StringField(YEAR, Integer.toString(year), Field.Store.NO));
        months(entry.date().months())
                .forEach(month -> document.add(new StringField(MONTH, Integer.toString(month), Field.Store.NO)));
        (entry.date().months() == 0
                        ? IntStream.of(TimelineFilter.UNDATED)
                        : months(entry.date().months()))
                .forEach(month -> facet(Dimension.MONTH, TimelineFilter.value(month)));
        subjects.stream().map(SubjectNames::kind).distinct().forEach(kind -> facet(Dimension.KIND, word(kind)));
        subjects.forEach(this::about);
        sorted("year", year);
        sorted("place", entry.date().place());
        sorted("section-position", entry.section().position());
        sorted("position", entry.position());
        sorted("number", entry.id());
        document.add(new StoredField(EDITION, entry.edition()));
    }

    static Iterable<? extends IndexableField> of(PublishedEntry entry, List<SubjectNames> subjects) throws IOException {
        return FACETS.build(new EntryDocument(entry, subjects).document);
    }

    /** The year of an entry, and its date in the source's own words. */
    static String wording(PublishedEntry entry) {
        return entry.date().year() + "年" + entry.date().wording();
    }

    /** A text as it is searched, and shown in excerpts: a line for each paragraph. */
    static String text(Prose prose) {
        return String.join("\n", prose.paragraphs());
    }

    /** The plain-language text, with a line for each sentence. */
    static String easyText(PublishedEntry entry) {
        return String.join("\n", entry.easyRead().sentences());
    }

    private static String word(Kind kind) {
        return TimelineFilter.word(kind);
    }

    private static IntStream months(int bits) {
        return IntStream.rangeClosed(1, 12).filter(month -> (bits & 1 << (month - 1)) != 0);
    }

    private void about(SubjectNames subject) {
        document.add(new StringField(SUBJECT, Long.toString(subject.id()), Field.Store.NO));
        subject.all().forEach(name -> add(Place.NAMES, name));
        Reading.of(subject.reading(), subject.name())
                .typed()
                .forEach(syllables -> document.add(new Field(Place.READING, syllables, WORDS)));
        NameDocument.initials(subject.name(), subject.reading())
                .ifPresent(initials -> document.add(new StringField(INITIALS, initials, Field.Store.NO)));
    }

    private void add(Place place, String text) {
        document.add(new Field(place.name(), text, WORDS));
    }

    private void facet(Dimension facet, String value) {
        document.add(new SortedSetDocValuesFacetField(facet.name(), value));
    }

    private void sorted(String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    /** All entries. */
    static Query any() {
        return new TermQuery(ANY);
    }

    static Query ofYear(int year) {
        return new TermQuery(yearTerm(year));
    }

    /** The entries of the sections of this title. */
    static Query ofSection(String title) {
        return new TermQuery(new Term(SECTION, folded(title)));
    }

    private static String folded(String text) {
        return FoldedText.forSearch(text).text();
    }

    static Query ofMonth(int month) {
        return new TermQuery(new Term(MONTH, Integer.toString(month)));
    }

    /** The entries about someone whose name has these initials in pinyin. */
    static Query ofInitials(String initials) {
        return new TermQuery(new Term(INITIALS, initials));
    }

    static Term yearTerm(int year) {
        return new Term(YEAR, Integer.toString(year));
    }

    static Term term(long entry) {
        return new Term(ENTRY, Long.toString(entry));
    }

    static Term subjectTerm(long subject) {
        return new Term(SUBJECT, Long.toString(subject));
    }

    /** Entry of a document, and the number of its edition. */
    record Stored(int document, long entry, int edition) {

        static Stored of(IndexSearcher index, int document) throws IOException {
            var stored = index.storedFields().document(document);
            return new Stored(
                    document,
                    Long.parseLong(Objects.requireNonNull(stored.get(ENTRY))),
                    Integer.parseInt(Objects.requireNonNull(stored.get(EDITION))));
        }
    }
}
