package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Size;

/** Form for a change of state, with the version of the entry that it was based on. */
public class Decision extends VersionedForm {

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String reason = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String farewell = "";

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = PlainText.stripped(reason);
    }

    public String getFarewell() {
        return farewell;
    }

    public void setFarewell(String farewell) {
        this.farewell = PlainText.stripped(farewell);
    }
}
