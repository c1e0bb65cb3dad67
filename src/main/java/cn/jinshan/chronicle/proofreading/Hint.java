package cn.jinshan.chronicle.proofreading;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Hint that a text could be improved. It never stops anybody. */
public interface Hint {

    /** The text that it is about: one of {@link Hints#FIELDS}. */
    String field();

    /** The same, to be put into words by a {@code MessageSource}. */
    DefaultMessageSourceResolvable words();
}
