package cn.jinshan.chronicle.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words of a text lead to their explanation. */
public interface WordLinks {

    /** None. */
    WordLinks NONE = text -> List.of(new Part(text, null));

    /**
     * A part of a text.
     *
     * @param term what its words mean, if they are to lead to an explanation
     */
    record Part(String text, @Nullable Long term) {}

    /** The parts of the next text on the page, in order: together they are that text. */
    List<Part> parts(String text);
}
