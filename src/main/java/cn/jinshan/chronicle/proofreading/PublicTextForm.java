package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Form whose texts are public as soon as they are saved. Suspected personal information in them needs a reason, as in
 * the publication of an entry.
 */
public abstract class PublicTextForm extends VersionedForm {

    /** The message that a reason is missing. */
    public static final String UNCONFIRMED = "mistake.personal";

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String reason = "";

    private List<Finding> findings = List.of();

    protected abstract List<String> publicTexts();

    /** Looks for personal information where nothing else is wrong, and asks for a reason if there is none. */
    @Override
    public void check(Errors mistakes) {
        if (!mistakes.hasErrors()) {
            findings = PersonalInformation.in(String.join("\n\n", publicTexts()));
            if (!findings.isEmpty() && reason.isEmpty()) {
                mistakes.rejectValue("reason", UNCONFIRMED);
            }
        }
    }

    /** Why what was found may be public; null if nothing was. */
    public @Nullable String confirmation() {
        return findings.isEmpty() ? null : reason;
    }

    /** What seems to be personal information, once it was looked for. */
    public List<Finding> getFindings() {
        return findings;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = PlainText.stripped(reason);
    }
}
