package cn.jinshan.chronicle.proofreading;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Hint that a text could be improved. It never stops anybody. */
public interface Hint {

    /** The field it is about: one of {@link Hints#FIELDS}. */
    String field();

    /** The hint as a message, for a {@code MessageSource}. */
    DefaultMessageSourceResolvable words();
}
