package cn.jinshan.chronicle.site;

import org.springframework.validation.Errors;

/** Form for something that others may change meanwhile. */
public abstract class VersionedForm extends Form {

    public SeenVersion version = SeenVersion.NONE;

    /** The version that was seen; -1 for none, which is always stale. */
    public final long seen() {
        return version.number();
    }

    /** Adds mistakes of the form as a whole. */
    public void check(Errors mistakes) {}

    /** Sets the version that is shown. */
    public final void show(long number) {
        version = new SeenVersion(number);
    }
}
