package cn.jinshan.chronicle.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Line of the activity log: one action of one user. It is never changed; an erasure of its thing removes its note. */
@Entity
@Immutable
@Table(name = "journal")
public class JournalLine {

    private static final int NOTE = 1000;
    private static final int ADDRESS = 45;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant happened;

    private @Nullable Long accountId;

    private String verb;

    private String area;

    private String thing;

    private @Nullable String note;

    private @Nullable String address;

    @SuppressWarnings("NullAway.Init")
    protected JournalLine() {}

    public JournalLine(
            Instant happened,
            @Nullable Long accountId,
            String verb,
            String thing,
            @Nullable String note,
            @Nullable String address) {
        this.happened = happened;
        this.accountId = accountId;
        this.verb = verb;
        this.area = area(verb);
        this.thing = thing;
        this.note = note == null ? null : oneLine(note, NOTE);
        this.address = address == null ? null : oneLine(address, ADDRESS);
    }

    /** The area of a verb: the part before the dot. */
    public static String area(String verb) {
        return verb.replaceFirst("\\..*", "");
    }

    private static String oneLine(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.substring(0, Math.min(line.length(), longest));
    }

    public long id() {
        return Objects.requireNonNull(id, "Not written yet");
    }

    public Instant happened() {
        return happened;
    }

    @Nullable
    public Long accountId() {
        return accountId;
    }

    public String verb() {
        return verb;
    }

    public String thing() {
        return thing;
    }

    @Nullable
    public String note() {
        return note;
    }

    @Nullable
    public String address() {
        return address;
    }
}
