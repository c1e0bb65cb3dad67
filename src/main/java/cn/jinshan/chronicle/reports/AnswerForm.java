package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Form for answering a report, with the version that was seen. */
class AnswerForm extends VersionedForm {

    @Pattern(regexp = "CORRECTED|NO_CHANGE|SPAM", message = "{mistake.report.outcome}")
    public String outcome = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    public String note = "";

    public boolean forget;

    static AnswerForm to(Report report) {
        var form = new AnswerForm();
        form.show(report.version());
        return form;
    }
}
