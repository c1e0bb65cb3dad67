package cn.jinshan.chronicle.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did. */
@Entity
@Table(name = "journal")
class JournalLine {

    private static final int NOTE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant happened;

    private @Nullable Long accountId;

    private String verb;

    private String thing;

    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected JournalLine() {}

    JournalLine(Instant happened, @Nullable Long accountId, String verb, String thing, @Nullable String note) {
        this.happened = happened;
        this.accountId = accountId;
        this.verb = verb;
        this.thing = thing;
        this.note = note == null ? null : oneLine(note);
    }

    private static String oneLine(String note) {
        var line = note.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.substring(0, Math.min(line.length(), NOTE));
    }
}
