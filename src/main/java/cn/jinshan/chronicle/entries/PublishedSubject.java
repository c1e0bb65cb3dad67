package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Subject.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject as the public reads it.
 *
 * @param note one line about it
 * @param reading how its name is read, in pinyin, where staff say it otherwise than {@link Pinyin}
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
        return new PublishedSubject(
                Objects.requireNonNull(subject.id()),
                subject.kind(),
                subject.name(),
                subject.note(),
                subject.reading(),
                subject.isListed());
    }
}
