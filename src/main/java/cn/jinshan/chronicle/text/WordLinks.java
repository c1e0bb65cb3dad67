package cn.jinshan.chronicle.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lookup of the words of a text that link to their explanation. */
public interface WordLinks {

    /** No links. */
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
