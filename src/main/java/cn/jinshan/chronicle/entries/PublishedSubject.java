package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.text.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * Subject, as the public sees it.
 *
 * @param note one line about it, null where the index does not list it
 * @param reading how its name is read, in pinyin, where staff say it otherwise than {@link Pinyin}; null where the
 *     index does not list it
 * @param listed whether the public index lists it
 */
public record PublishedSubject(
        long id,
        Kind kind,
        String name,
        @Nullable String note,
        @Nullable String reading,
        boolean listed) {

    static PublishedSubject of(Subject subject) {
        return subject.isListed()
                ? asWritten(subject)
                : new PublishedSubject(subject.id(), subject.kind(), subject.name(), null, null, false);
    }

    /** A subject with its note and reading removed where the index does not list it. */
    static PublishedSubject asWritten(Subject subject) {
        return new PublishedSubject(
                subject.id(), subject.kind(), subject.name(), subject.note(), subject.reading(), subject.isListed());
    }
}
