package cn.jinshan.chronicle.text;

import com.ibm.icu.text.Transliterator;
import org.springframework.util.ConcurrentLruCache;

/** Conversion of Chinese names to Hanyu Pinyin (ISO 7098) with tone marks. */
public final class Pinyin {

    /** As many as an index may have; to read them anew for every reader would take a second. */
    private static final int REMEMBERED = 10_000;

    /** Reads a surname as a surname (单 shàn, 仇 qiú). */
    private static final ConcurrentLruCache<String, String> NAMES = remembered("Han-Latin/Names");

    private static final ConcurrentLruCache<String, String> WORDS = remembered("Han-Latin");

    private Pinyin() {}

    /** How a person's name is read, as its characters tell. */
    public static String ofPerson(String name) {
        return NAMES.get(name);
    }

    /** How words that are nobody's name are read, as their characters tell. */
    public static String of(String words) {
        return WORDS.get(words);
    }

    private static ConcurrentLruCache<String, String> remembered(String transliterator) {
        return new ConcurrentLruCache<>(REMEMBERED, Transliterator.getInstance(transliterator)::transliterate);
    }
}
