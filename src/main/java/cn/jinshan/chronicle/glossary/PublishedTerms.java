package cn.jinshan.chronicle.glossary;

import static java.util.Comparator.comparing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service that reads the words that are explained to readers. */
@Service
@Transactional(readOnly = true)
public class PublishedTerms {

    private final Terms terms;

    PublishedTerms(Terms terms) {
        this.terms = terms;
    }

    /** All explained words, in dictionary order. */
    public List<PublishedTerm> all() {
        return terms.all().stream()
                .map(PublishedTerm::of)
                .sorted(comparing(PublishedTerm::reading).thenComparing(PublishedTerm::name))
                .toList();
    }
}
