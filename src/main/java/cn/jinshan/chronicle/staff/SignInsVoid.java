package cn.jinshan.chronicle.staff;

import org.jspecify.annotations.Nullable;

/**
 * Event: the open sessions of an account are no longer valid.
 *
 * @param name they signed in with
 * @param except the session that goes on; null: none
 */
public record SignInsVoid(String name, @Nullable String except) {}
