package cn.jinshan.chronicle.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/** Comparison of names that a person may take for one another. */
public final class LookAlikes {

    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder().build();

    private LookAlikes() {}

    /**
     * What is the same for sign-in names that look alike: in case, width, variants and invisible characters, digits of
     * other scripts, and letters of other scripts (UTS #39), also {@code 1} and {@code l}, {@code 0} and {@code o}.
     */
    public static String skeleton(String name) {
        var seen = SeenText.of(FoldedText.look(name)).toLowerCase(Locale.ROOT);
        return SPOOFS.getSkeleton(seen).toLowerCase(Locale.ROOT);
    }
}
