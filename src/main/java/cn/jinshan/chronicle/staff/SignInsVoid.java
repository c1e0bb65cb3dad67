package cn.jinshan.chronicle.staff;

import org.jspecify.annotations.Nullable;

/**
 * What somebody's sessions were opened for does not hold any longer.
 *
 * @param name they signed in with
 * @param except the session that goes on; null: none
 */
public record SignInsVoid(String name, @Nullable String except) {}
