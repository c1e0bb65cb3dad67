package cn.jinshan.chronicle.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file is no backup that can be restored here. */
class RefusedBackupException extends RuntimeException {

    private final String reason;
    private final transient List<Object> details;

    /** @param reason the end of its message {@code backup.refused.*}, which takes the details */
    RefusedBackupException(String reason, Object... details) {
        this(null, reason, details);
    }

    RefusedBackupException(@Nullable Throwable cause, String reason, Object... details) {
        super(reason + " " + List.of(details), cause);
        this.reason = reason;
        this.details = List.of(details);
    }

    String code() {
        return "backup.refused." + reason;
    }

    Object[] details() {
        return details.toArray();
    }
}
