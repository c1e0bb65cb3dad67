package cn.jinshan.chronicle.entries;

import static java.util.Comparator.comparing;

import cn.jinshan.chronicle.text.Reading;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Public index of persons, organisations, places and events: those that it lists and public entries mention. */
@Service
@Transactional(readOnly = true)
public class PublicIndex {

    private final Editions editions;

    PublicIndex(Editions editions) {
        this.editions = editions;
    }

    /** Everybody and everything that the public index lists, in the order of their readings, then of their names. */
    public List<IndexedSubject> all() {
        return editions.indexed().stream()
                .map(PublicIndex::indexed)
                .sorted(comparing(IndexedSubject::reading)
                        .thenComparing(indexed -> indexed.subject().name()))
                .toList();
    }

    /** One that is listed and mentioned in public, or the one that it was merged into, whose number is another. */
    public IndexedSubject subject(long id) {
        return editions.indexed(id)
                .or(() -> editions.tookIn(id))
                .map(PublicIndex::indexed)
                .orElseThrow(() -> new NotPublicException("subject"));
    }

    private static IndexedSubject indexed(Editions.Indexed found) {
        return new IndexedSubject(
                PublishedSubject.of(found.subject()),
                Reading.of(found.subject().read(), found.subject().name()),
                found.entries());
    }

    /** A page, from 1, of the entries that mention a subject, the newest year first, each in chronicle order. */
    public List<PublishedEntry> about(IndexedSubject subject, int page) {
        if (page < 1 || page > subject.pages()) {
            throw new NotPublicException("page");
        }
        return editions.about(subject.subject().id(), PageRequest.of(page - 1, Timeline.PAGE)).stream()
                .map(Edition::asPublished)
                .toList();
    }
}
