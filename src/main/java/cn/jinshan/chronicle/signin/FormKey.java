package cn.jinshan.chronicle.signin;

import org.jspecify.annotations.Nullable;

/**
 * One form that was opened once: by whom, and which.
 *
 * @param account whose page it stood on; null: nobody was signed in
 * @param key random
 */
record FormKey(@Nullable Long account, String key) {

    /** The hidden field of every form of staff that carries it, sealed. */
    static final String FIELD = "_form";
}
