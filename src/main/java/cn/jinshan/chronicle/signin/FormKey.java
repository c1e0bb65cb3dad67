package cn.jinshan.chronicle.signin;

import org.jspecify.annotations.Nullable;

/**
 * Key of one opened form: who opened it, and a number of its own.
 *
 * @param account whose page it stood on; null: nobody was signed in
 * @param key random
 */
record FormKey(@Nullable Long account, String key) {

    /** The hidden field of every form of staff that carries it, sealed. */
    static final String FIELD = "_form";
}
