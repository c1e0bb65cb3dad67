package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.proofreading.PersonalInformation.Finding;
import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Form whose texts are public as soon as they are saved. Like publishing an entry, it needs a reason for suspected
 * personal information.
 */
public abstract class PublicTextForm extends VersionedForm {

    /** The message for a missing reason. */
    public static final String UNCONFIRMED = "mistake.personal";

    @Size(max = 1000, message = "{mistake.correction.long}")
    public String reason = "";

    private List<Finding> findings = List.of();

    protected abstract List<String> publicTexts();

    /** Looks for personal information if there is no other mistake, and requires a reason for it. */
    @Override
    public void check(Errors mistakes) {
        if (!mistakes.hasErrors()) {
            findings = PersonalInformation.in(String.join("\n\n", publicTexts()));
            if (!findings.isEmpty() && reason.isEmpty()) {
                mistakes.rejectValue("reason", UNCONFIRMED);
            }
        }
    }

    /** The reason why the findings may be public; null if there are none. */
    public @Nullable String confirmation() {
        return findings.isEmpty() ? null : reason;
    }

    /** The suspected personal information, after the check. */
    public List<Finding> getFindings() {
        return findings;
    }
}
