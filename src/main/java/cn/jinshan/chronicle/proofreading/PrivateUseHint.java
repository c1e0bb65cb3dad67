package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.PrivateUse;
import java.util.Locale;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Hint about a private-use character, which each computer shows in its own way, or not at all. */
record PrivateUseHint(String field, int character) implements Hint {

    @Override
    public DefaultMessageSourceResolvable words() {
        var standard = PrivateUse.standard(character);
        var code = standard.isEmpty() ? "hint.private" : "hint.private.known";
        var number = String.format(Locale.ROOT, "U+%04X", character);
        return new DefaultMessageSourceResolvable(
                new String[] {code}, new Object[] {Character.toString(character), number, standard});
    }
}
