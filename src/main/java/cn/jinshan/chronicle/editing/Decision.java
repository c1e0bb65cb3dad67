package cn.jinshan.chronicle.editing;

import jakarta.validation.constraints.Size;

/** A change of state that staff decide on, seeing the entry in one version. */
public class Decision {

    private String version = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String reason = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    private String farewell = "";

    /** The version that was seen; -1 for none, which is always stale. */
    long seen() {
        return EntryForm.number(version);
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = EntryForm.clean(reason).strip();
    }

    public String getFarewell() {
        return farewell;
    }

    public void setFarewell(String farewell) {
        this.farewell = EntryForm.clean(farewell).strip();
    }
}
