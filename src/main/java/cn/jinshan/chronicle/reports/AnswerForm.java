package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Form for answering a report, with the version that was seen. */
class AnswerForm extends VersionedForm {

    @Pattern(regexp = "CORRECTED|NO_CHANGE|SPAM", message = "{mistake.report.outcome}")
    private String outcome = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String note = "";

    private boolean forget;

    static AnswerForm to(Report report) {
        var form = new AnswerForm();
        form.show(report.version());
        return form;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = PlainText.of(note).strip();
    }

    /** Whether to delete the contact details of the reader. */
    public boolean isForget() {
        return forget;
    }

    public void setForget(boolean forget) {
        this.forget = forget;
    }
}
