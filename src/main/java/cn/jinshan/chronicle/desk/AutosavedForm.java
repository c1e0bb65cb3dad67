package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.site.VersionedForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Form that is autosaved: it names its key, and the page in which it is typed. */
abstract class AutosavedForm extends VersionedForm {

    public String formKey = "";
    public String holder = "";
    public String taken = "";

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
        formKey = key;
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

    /** Makes a UUID of any other key, and drops the name of any other page. */
    @Override
    protected String cleaned(String field, String typed) {
        boolean isUuid = typed.matches("[0-9a-f-]{36}");
        return switch (field) {
            case "formKey" ->
                isUuid || typed.isEmpty()
                        ? typed
                        : UUID.nameUUIDFromBytes(typed.getBytes(StandardCharsets.UTF_8))
                                .toString();
            case "holder" -> isUuid ? typed : "";
            default -> super.cleaned(field, typed);
        };
    }
}
