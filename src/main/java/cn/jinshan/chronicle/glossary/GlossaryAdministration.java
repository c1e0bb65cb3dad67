package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.ListAdministration;
import cn.jinshan.chronicle.text.StoredTexts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which administrators manage the words that are explained to readers. */
@Service
@Transactional
class GlossaryAdministration implements ListAdministration<GlossaryAdministration.Explained, TermForm>, StoredTexts {

    /**
     * A word and its explanation.
     *
     * @param forms the other forms of the word
     */
    record Explained(long id, long version, String name, List<String> forms, String explanation) implements Listed {

        private static Explained of(Term term) {
            return new Explained(term.id(), term.version(), term.name(), term.otherForms(), term.explanation());
        }
    }

    private final Terms terms;
    private final PublishedTerms publishedTerms;
    private final PublicChanges changes;
    private final Journal journal;

    GlossaryAdministration(Terms terms, PublishedTerms publishedTerms, PublicChanges changes, Journal journal) {
        this.terms = terms;
        this.publishedTerms = publishedTerms;
        this.changes = changes;
        this.journal = journal;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PublishedTerm> all() {
        return publishedTerms.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Explained find(long id) {
        return terms.findById(id).map(Explained::of).orElseThrow(() -> new NotPublicException("term"));
    }

    @Override
    public void add(TermForm form) {
        refuseTwice(form, null);
        var term = terms.save(new Term(form.name, form.otherForms(), form.explanation));
        note("term.added", term);
        journal.confirm(thing(term), form.confirmation());
    }

    @Override
    public void change(long id, TermForm form) {
        var term = terms.forChange(id).orElseThrow(() -> new NotPublicException("term"));
        term.refuseStale(form.seen());
        refuseTwice(form, term);
        term.change(form.name, form.otherForms(), form.explanation);
        note("term.changed", term);
        journal.confirm(thing(term), form.confirmation());
    }

    @Override
    public void remove(long id, long seen) {
        terms.forChange(id).ifPresent(term -> {
            term.refuseStale(seen);
            terms.delete(term);
            note("term.removed", term);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        terms.all()
                .forEach(term -> action.accept(StoredText.of(
                        thing(term), term.name(), term.explanation(), String.join("\n", term.otherForms()))));
    }

    private void refuseTwice(TermForm form, @Nullable Term term) {
        var all =
                Stream.concat(Stream.of(form.name), form.otherForms().stream()).toList();
        terms.meaning(all).stream().filter(other -> other != term).findFirst().ifPresent(other -> {
            throw new DuplicateKeyException("Term " + other.id() + " means the same");
        });
    }

    private void note(String verb, Term term) {
        changes.note(PublicChange.Kind.TERM, term.id());
        journal.write(verb, thing(term), null);
    }

    private static String thing(Term term) {
        return "term " + term.id();
    }
}
