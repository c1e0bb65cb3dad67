package cn.jinshan.chronicle.journal;

import java.util.Collection;
import java.util.List;

/** Names of the things of one kind that lines of the activity log are about. They are never stored in it. */
public interface ThingNames {

    /** The kind of these things, such as {@code term}. */
    String kind();

    /** What those of these numbers are called that are still there. */
    List<Named> named(Collection<Long> numbers);

    /** A thing by its number and its name. */
    record Named(long number, String name) {}
}
