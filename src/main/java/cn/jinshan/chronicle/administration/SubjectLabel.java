package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialSubject;
import cn.jinshan.chronicle.text.FoldedText;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What a subject is called in a sentence about two of them, so that they are told apart also with the same name. */
final class SubjectLabel {

    private SubjectLabel() {}

    /** Its name; also its kind, where the names look the same, and its number, where the kinds are the same too. */
    static MessageSourceResolvable of(EditorialSubject one, EditorialSubject beside) {
        return looksLike(one, beside) ? withKind(one, beside) : label("subject.named", one);
    }

    /** Its name and kind; also its number, where both look the same. */
    static MessageSourceResolvable withKind(EditorialSubject one, EditorialSubject beside) {
        boolean same = looksLike(one, beside)
                && one.subject().kind() == beside.subject().kind();
        return label(same ? "subject.numbered" : "subject.ofKind", one);
    }

    /** That two kinds become one, that of the subject that stays. */
    static MessageSourceResolvable bothAs(EditorialSubject stays) {
        return new DefaultMessageSourceResolvable(
                new String[] {"ask.subject.merging.kinds"}, new Object[] {kind(stays)});
    }

    private static MessageSourceResolvable kind(EditorialSubject one) {
        return new DefaultMessageSourceResolvable(
                "entry.subjects." + one.subject().kind());
    }

    private static boolean looksLike(EditorialSubject one, EditorialSubject other) {
        return FoldedText.look(one.subject().name())
                .equals(FoldedText.look(other.subject().name()));
    }

    private static MessageSourceResolvable label(String code, EditorialSubject one) {
        return new DefaultMessageSourceResolvable(
                new String[] {code},
                new Object[] {one.subject().name(), kind(one), one.subject().id()});
    }
}
