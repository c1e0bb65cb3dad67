package cn.jinshan.chronicle.desk;

import org.jspecify.annotations.Nullable;

/**
 * Answer of a page or a script about what was typed.
 *
 * @param nearest what would be understood instead; null if nothing is near
 */
record Said(String words, boolean well, @Nullable String nearest) {}
