package cn.jinshan.chronicle.text;

import java.util.List;

/**
 * Private-use characters: each computer shows its own characters for them, or none. Old systems keep rare names there.
 */
public final class PrivateUse {

    private PrivateUse() {}

    /** The private-use characters of a text, each once. */
    public static List<Integer> in(String text) {
        return text.codePoints()
                .filter(each -> Character.getType(each) == Character.PRIVATE_USE)
                .distinct()
                .boxed()
                .toList();
    }

    /** The character that GB 18030 means by it; empty if that is not known. */
    public static String standard(int character) {
        int standard = StandardCharacters.ofPrivateUse(character);
        return standard == character ? "" : Character.toString(standard);
    }
}
