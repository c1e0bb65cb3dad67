package cn.jinshan.chronicle.site;

import org.springframework.validation.Errors;

/** A form about something that others may change meanwhile. */
public abstract class VersionedForm {

    private SeenVersion version = SeenVersion.NONE;

    public final SeenVersion getVersion() {
        return version;
    }

    public final void setVersion(SeenVersion version) {
        this.version = version;
    }

    /** The number of the version that was seen; -1 for none, which is always stale. */
    public final long seen() {
        return version.number();
    }

    /** Finds what is wrong with it as a whole, in words. */
    public void check(Errors mistakes) {}

    /** Shows this version. */
    public final void show(long number) {
        version = new SeenVersion(number);
    }
}
