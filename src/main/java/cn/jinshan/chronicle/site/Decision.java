package cn.jinshan.chronicle.site;

import jakarta.validation.constraints.Size;

/** Form for a change of state, with the version of the entry that it was based on. */
public class Decision extends VersionedForm {

    @Size(max = 1000, message = "{mistake.correction.long}")
    public String reason = "";

    @Size(max = 1000, message = "{mistake.correction.long}")
    public String farewell = "";
}
