package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.StrayMark;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Hint about a mark of emphasis, a list or a link that was probably meant otherwise. */
record MarkHint(String field, StrayMark mark) implements Hint {

    @Override
    public DefaultMessageSourceResolvable words() {
        var code = mark.isShown() ? "hint.mark.shown" : "hint.mark.hidden";
        return new DefaultMessageSourceResolvable(
                new String[] {code}, new Object[] {WordingHint.inMarks(mark.excerpt())});
    }
}
