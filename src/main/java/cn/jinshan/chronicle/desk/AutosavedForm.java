package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Form that is autosaved: it names its key, and the page in which it is typed. */
abstract class AutosavedForm extends VersionedForm {

    private String formKey = "";
    private String holder = "";
    private String taken = "";

    /** Prepares the form for a new page, with a key if it has none. */
    final void open() {
        if (formKey.isEmpty()) {
            formKey = UUID.randomUUID().toString();
        }
        holder = UUID.randomUUID().toString();
        taken = "";
    }

    /** Prepares the form for a new page that continues an unsaved text. */
    final void goOn(String key, Instant changed) {
        setFormKey(key);
        open();
        taken = changed.toString();
    }

    /** The page in which it is typed; null if the form does not name one. */
    final @Nullable String holder() {
        return holder.isEmpty() ? null : holder;
    }

    /** The time of the unsaved text that the page was opened with; null if it was opened with the saved one. */
    final @Nullable Instant taken() {
        try {
            return taken.isEmpty() ? null : Instant.parse(taken);
        } catch (DateTimeParseException notOfOurs) {
            return null;
        }
    }

    /** The version of the entry that is edited; null for none. */
    final @Nullable Long base() {
        return seen() < 0 ? null : seen();
    }

    public final String getFormKey() {
        return formKey;
    }

    /** Accepts a UUID; makes one from any other text. */
    public final void setFormKey(String formKey) {
        this.formKey = formKey.isEmpty() || formKey.matches("[0-9a-f-]{36}")
                ? formKey
                : UUID.nameUUIDFromBytes(formKey.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    public final String getHolder() {
        return holder;
    }

    /** Accepts only a UUID. */
    public final void setHolder(String holder) {
        this.holder = holder.matches("[0-9a-f-]{36}") ? holder : "";
    }

    public final String getTaken() {
        return taken;
    }

    public final void setTaken(String taken) {
        this.taken = PlainText.stripped(taken);
    }
}
