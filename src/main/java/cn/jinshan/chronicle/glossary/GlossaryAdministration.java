package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with the words that are explained to readers. */
@Service
@Transactional
class GlossaryAdministration {

    /**
     * A word and its explanation.
     *
     * @param forms what else texts call it
     */
    record Explained(long id, long version, String name, List<String> forms, String explanation) {

        private static Explained of(Term term) {
            return new Explained(
                    Objects.requireNonNull(term.id()),
                    term.version(),
                    term.name(),
                    term.otherForms(),
                    term.explanation());
        }
    }

    private final Terms terms;
    private final Journal journal;

    GlossaryAdministration(Terms terms, Journal journal) {
        this.terms = terms;
        this.journal = journal;
    }

    /**
     * A word and its explanation.
     *
     * @throws NotPublicException if there is none
     */
    @Transactional(readOnly = true)
    Explained term(long id) {
        return terms.findById(id).map(Explained::of).orElseThrow(() -> new NotPublicException("term"));
    }

    /**
     * Adds one.
     *
     * @param confirmation why what seems to be personal information in it may be public; null for nothing of the kind
     * @throws DataIntegrityViolationException if another means the same words
     */
    void add(String name, List<String> forms, String explanation, @Nullable String confirmation) {
        refuseTwice(name, forms, null);
        var term = terms.save(new Term(name, forms, explanation));
        note("term.added", term);
        journal.confirm(thing(term), confirmation);
    }

    /**
     * Changes one.
     *
     * @param confirmation why what seems to be personal information in it may be public; null for nothing of the kind
     * @throws DataIntegrityViolationException if another means the same words
     * @throws ConcurrencyFailureException if somebody changed it since
     * @throws NotPublicException if there is none
     */
    void change(
            long id, long seen, String name, List<String> forms, String explanation, @Nullable String confirmation) {
        var term = terms.forChange(id).orElseThrow(() -> new NotPublicException("term"));
        term.refuseStale(seen);
        refuseTwice(name, forms, term);
        term.change(name, forms, explanation);
        note("term.changed", term);
        journal.confirm(thing(term), confirmation);
    }

    /**
     * Removes one; nothing more happens if somebody removed it already.
     *
     * @throws ConcurrencyFailureException if somebody changed it since
     */
    void remove(long id, long seen) {
        terms.forChange(id).ifPresent(term -> {
            term.refuseStale(seen);
            terms.delete(term);
            note("term.removed", term);
        });
    }

    private void refuseTwice(String name, List<String> forms, @Nullable Term term) {
        var all = Stream.concat(Stream.of(name), forms.stream()).toList();
        terms.meaning(all).stream().filter(other -> other != term).findFirst().ifPresent(other -> {
            throw new DuplicateKeyException("Term " + other.id() + " means the same");
        });
    }

    private void note(String verb, Term term) {
        journal.write(verb, thing(term), null);
    }

    private static String thing(Term term) {
        return "term " + term.id();
    }
}
