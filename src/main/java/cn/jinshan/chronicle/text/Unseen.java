package cn.jinshan.chronicle.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Characters that nobody sees: Unicode's default-ignorable ones, controls, half surrogates, non-characters. */
final class Unseen {

    /** Marks that frame an annotation, and the place of an object that was left behind. */
    private static final String FRAMES = "\uFFF9\uFFFA\uFFFB\uFFFC";

    private Unseen() {}

    /** Whether a character is never seen; a line break and a tab are. */
    static boolean is(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.SURROGATE -> true;
            default ->
                FRAMES.indexOf(character) >= 0
                        || UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT)
                        || UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }
}
