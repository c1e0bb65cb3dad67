package cn.jinshan.chronicle.text;

/**
 * Mark in a text that was probably meant otherwise.
 *
 * @param excerpt enough to find it in the text again
 * @param isShown whether readers see the mark as typed; else it formats words that hardly anybody would format
 */
public record StrayMark(String excerpt, boolean isShown) {}
