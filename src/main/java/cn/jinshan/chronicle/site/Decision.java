package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Size;

/** A change of state that staff decide on, seeing the entry in one version. */
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
