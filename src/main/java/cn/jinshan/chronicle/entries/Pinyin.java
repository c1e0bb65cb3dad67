package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.entries.Subject.Kind;
import com.ibm.icu.text.Transliterator;

/** How Chinese names are read, in Hanyu Pinyin (ISO 7098) with tone marks. */
public final class Pinyin {

    /** Reads a surname as a surname (单 shàn, 仇 qiú). */
    private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");

    private static final Transliterator WORDS = Transliterator.getInstance("Han-Latin");

    private Pinyin() {}

    /** How a name is read, as its characters tell. */
    public static String of(Kind kind, String name) {
        return (kind == Kind.PERSON ? NAMES : WORDS).transliterate(name);
    }
}
