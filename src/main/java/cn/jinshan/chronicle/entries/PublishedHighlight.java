package cn.jinshan.chronicle.entries;

/** Highlight of a year, as the public sees it: the title of an entry, in the tone of its section. */
public record PublishedHighlight(long entry, String title, String easyTitle, Tone tone) implements Titled {}
