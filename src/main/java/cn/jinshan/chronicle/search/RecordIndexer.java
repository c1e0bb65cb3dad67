package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.changes.Position;
import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import cn.jinshan.chronicle.search.IndexStore.Followed;
import cn.jinshan.chronicle.search.NameDocument.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.springframework.stereotype.Component;

/** Writer of the public record into the index: the whole of it, or what the log of public changes names. */
@Component
class RecordIndexer {

    /** So many entries are read at once. */
    private static final int BATCH = 500;

    private final PublicRecord record;
    private final PublishedTerms terms;
    private final NameGroups names;
    private final PublicChanges changes;

    private volatile Progress progress = new Progress(0, 0);

    /** How far a building is. */
    record Progress(long done, long total) {}

    RecordIndexer(PublicRecord record, PublishedTerms terms, NameGroups names, PublicChanges changes) {
        this.record = record;
        this.terms = terms;
        this.names = names;
        this.changes = changes;
    }

    Progress progress() {
        return progress;
    }

    /**
     * Writes all that is public.
     *
     * @param goesOn asked from time to time; once it says no, nothing is shown of what was written
     */
    void build(IndexStore index, BooleanSupplier goesOn) throws IOException {
        var position = changes.position();
        progress = new Progress(0, record.count());
        index.clear();
        var named = new HashSet<Long>();
        long last = 0;
        for (var batch = record.numbersAbove(last, BATCH); !batch.isEmpty(); batch = record.numbersAbove(last, BATCH)) {
            write(index, batch, named);
            last = batch.get(batch.size() - 1);
            progress = new Progress(progress.done + batch.size(), progress.total);
            if (!goesOn.getAsBoolean()) {
                return;
            }
        }
        writeTerms(index);
        show(index, position, writeOtherForms(index));
    }

    /** Writes what has changed since; false if the log does not tell, so that it has to be built. */
    boolean follow(IndexStore index) throws IOException {
        var from = index.position();
        var now = changes.position();
        var followed = index.followed();
        if (followed != null && now.equals(from)) {
            return true;
        }
        if (from == null || !changes.knows(from)) {
            return false;
        }
        var since = changes.since(from.number()).orElse(null);
        if (since == null) {
            return false;
        }
        write(index, since);
        var otherForms =
                followed == null || !named(since, PublicChange.Kind.OTHER_NAMES).isEmpty()
                        ? writeOtherForms(index)
                        : followed.otherForms();
        show(index, now, otherForms);
        return true;
    }

    private void show(IndexStore index, Position position, OtherForms otherForms) throws IOException {
        index.show(new Followed(position, otherForms, record.years(), record.sections()));
    }

    private static Set<Long> named(List<PublicChange> changes, PublicChange.Kind... kinds) {
        var things = new TreeSet<Long>();
        changes.stream()
                .filter(change -> List.of(kinds).contains(change.kind()))
                .forEach(change -> things.add(change.thing()));
        return things;
    }

    private void write(IndexStore index, List<PublicChange> changes) throws IOException {
        var entries = named(changes, PublicChange.Kind.ENTRY);
        if (!record.erased(entries).isEmpty()) {
            index.purge();
        }
        for (var subject : named(changes, PublicChange.Kind.SUBJECT)) {
            index.writer().deleteDocuments(EntryDocument.subjectTerm(subject), NameDocument.subjectTerm(subject));
            entries.addAll(record.numbersAbout(subject));
        }
        for (var year : named(changes, PublicChange.Kind.CHRONICLE, PublicChange.Kind.SECTION)) {
            index.writer().deleteDocuments(EntryDocument.yearTerm(year.intValue()));
            entries.addAll(record.numbersOf(year.intValue()));
        }
        var numbers = new ArrayList<>(entries);
        var named = new HashSet<Long>();
        for (int start = 0; start < numbers.size(); start += BATCH) {
            write(index, numbers.subList(start, Math.min(numbers.size(), start + BATCH)), named);
        }
        if (!named(changes, PublicChange.Kind.TERM).isEmpty()) {
            writeTerms(index);
        }
    }

    /** Writes these entries, and the names of their subjects that are not yet written. */
    private void write(IndexStore index, Collection<Long> numbers, Set<Long> named) throws IOException {
        for (var number : numbers) {
            index.writer().deleteDocuments(EntryDocument.term(number));
        }
        var entries = record.entries(numbers);
        var subjects = record.subjectNames(numbers);
        for (var entry : entries) {
            var about = subjects.getOrDefault(entry.id(), List.of());
            index.writer().addDocument(EntryDocument.of(entry, about));
            for (var subject : about) {
                if (named.add(subject.id())) {
                    index.writer().updateDocuments(NameDocument.subjectTerm(subject.id()), NameDocument.of(subject));
                }
            }
        }
    }

    private void writeTerms(IndexStore index) throws IOException {
        var words = terms.all().stream().flatMap(term -> Stream.concat(Stream.of(term.name()), term.forms().stream()));
        write(index, words, Source.TERM);
    }

    private OtherForms writeOtherForms(IndexStore index) throws IOException {
        var groups = names.groups();
        write(index, groups.stream().flatMap(List::stream), Source.OTHER_NAME);
        return new OtherForms(groups);
    }

    private static void write(IndexStore index, Stream<String> names, Source source) throws IOException {
        List<Document> documents =
                names.map(name -> NameDocument.of(name, source)).toList();
        index.writer().updateDocuments(NameDocument.term(source), documents);
    }
}
