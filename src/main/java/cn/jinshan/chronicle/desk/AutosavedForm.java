package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Form that is autosaved: it says under which key, and in which page it is typed. */
abstract class AutosavedForm extends VersionedForm {

    private String formKey = "";
    private String holder = "";
    private String taken = "";

    /** Shows itself anew, in a page of its own; it gets a key if it has none. */
    final void open() {
        if (formKey.isEmpty()) {
            formKey = UUID.randomUUID().toString();
        }
        holder = UUID.randomUUID().toString();
        taken = "";
    }

    /** The same for what somebody typed under this key until some time and did not save. */
    final void goOn(String key, Instant changed) {
        setFormKey(key);
        open();
        taken = changed.toString();
    }

    /** The page in which it is typed; null if it does not say. */
    final @Nullable String holder() {
        return holder.isEmpty() ? null : holder;
    }

    /** When what the page showed at first was typed; null if it showed what was saved. */
    final @Nullable Instant taken() {
        try {
            return taken.isEmpty() ? null : Instant.parse(taken);
        } catch (DateTimeParseException notOfOurs) {
            return null;
        }
    }

    /** The version of the entry that is written on; null for none. */
    final @Nullable Long base() {
        return seen() < 0 ? null : seen();
    }

    public final String getFormKey() {
        return formKey;
    }

    /** Takes the UUID that the form was given; of any other text one is made. */
    public final void setFormKey(String formKey) {
        this.formKey = formKey.isEmpty() || formKey.matches("[0-9a-f-]{36}")
                ? formKey
                : UUID.nameUUIDFromBytes(formKey.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    public final String getHolder() {
        return holder;
    }

    /** Takes the UUID that the page was given, and nothing else. */
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
