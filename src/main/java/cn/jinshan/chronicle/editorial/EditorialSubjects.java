package cn.jinshan.chronicle.editorial;

import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.entries.EditorialSubject;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Read access for staff to all subjects, also those not mentioned in public. It returns records, never entities. */
@Service
@Transactional(readOnly = true)
public class EditorialSubjects {

    private final Subjects subjects;

    EditorialSubjects(Subjects subjects) {
        this.subjects = subjects;
    }

    /**
     * A page of the subjects, in the order of their readings.
     *
     * @param words words in the name, a former name or the reading; empty for any
     * @param kind null for all
     * @param unlisted whether to choose only subjects that the public index does not list
     */
    public Page<EditorialSubject> page(String words, @Nullable Kind kind, boolean unlisted, Pageable pageable) {
        var found = asRead(subjects.all().stream()
                .filter(subject -> subject.answersTo(words))
                .filter(subject -> kind == null || subject.kind() == kind)
                .filter(subject -> !unlisted || !subject.isListed()));
        return new PageImpl<>(
                written(found.stream()
                        .skip(pageable.getOffset())
                        .limit(pageable.getPageSize())
                        .toList()),
                pageable,
                found.size());
    }

    /** The subjects in the order of their readings, then of their names. */
    private static List<Subject> asRead(Stream<Subject> found) {
        return found.map(subject -> Map.entry(Reading.of(subject.read(), subject.name()), subject))
                .sorted(Map.Entry.<Reading, Subject>comparingByKey()
                        .thenComparing(read -> read.getValue().name()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * A subject.
     *
     * @throws NotPublicException if there is no such subject
     */
    public EditorialSubject subject(long id) {
        return subjects.findById(id)
                .map(subject -> written(List.of(subject)).get(0))
                .orElseThrow(() -> new NotPublicException("subject"));
    }

    /**
     * A subject, or the subject that it was merged into, which has another number.
     *
     * @throws NotPublicException if there is no such subject
     */
    public EditorialSubject subjectOrWhatTookItIn(long id) {
        return subject(subjects.tookIn(id).map(Subject::id).orElse(id));
    }

    /** The subject with this name. */
    public Optional<EditorialSubject> subject(Kind kind, String name) {
        return subjects.findByKindAndName(kind, name)
                .map(subject -> written(List.of(subject)).get(0));
    }

    /** The subject with this name, or else with this former name. */
    public Optional<EditorialSubject> known(Subject.Name name) {
        return subjects.known(name.kind(), name.name()).map(this::subject);
    }

    /**
     * The kinds under which the record knows a name that was typed without one: of the subjects that are called so; or
     * else of those that were, or with a name that looks the same. None for a new name.
     */
    public Set<Kind> kinds(String name) {
        return subjects.kinds(name);
    }

    private List<EditorialSubject> written(List<Subject> chosen) {
        var counts = subjects.editions(chosen.stream().map(Subject::id).toList()).stream()
                .collect(toMap(Subjects.Count::subject, Subjects.Count::editions));
        return chosen.stream()
                .map(subject -> subject.asWritten(counts.getOrDefault(subject.id(), 0L)))
                .toList();
    }

    /**
     * The subjects that may be the same as this one: one name contains the other, or both have the same reading without
     * tones.
     *
     * @throws NotPublicException if there is no such subject
     */
    public List<EditorialSubject> alike(long id) {
        var one = subjects.findById(id).orElseThrow(() -> new NotPublicException("subject"));
        return written(asRead(subjects.alike(id, one.name(), one.foldedReading()).stream()));
    }

    /** The other subjects of its kind whose names look the same. */
    public List<EditorialSubject> lookingLike(PublishedSubject one) {
        return subjects.lookingLike(one.kind(), one.name())
                .filter(id -> id != one.id())
                .map(this::subject)
                .toList();
    }

    /** The number of editions that mention both subjects. */
    public long editionsOfBoth(long one, long other) {
        return subjects.editionsOfBoth(one, other);
    }
}
