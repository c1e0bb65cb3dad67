package cn.jinshan.chronicle.entries;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A person, organisation, place or event (a competition, a project) that entries are about. */
@Entity
public class Subject {

    /** What a subject is. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        PLACE,
        EVENT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    private @Nullable String note;

    private @Nullable String reading;

    private boolean listed;

    @SuppressWarnings("NullAway.Init")
    protected Subject() {}

    /** A subject that the public index lists. Its name is not empty and, within its kind, its own. */
    public Subject(Kind kind, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A subject needs a name");
        }
        this.kind = kind;
        this.name = name;
        this.listed = true;
    }

    @Nullable
    Long id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable
    String note() {
        return note;
    }

    @Nullable
    String reading() {
        return reading;
    }

    /**
     * Says how its name is read.
     *
     * @param reading in pinyin; blank, or just what the characters of the name say, for nothing better
     */
    public void read(String reading) {
        this.reading = reading.isBlank() || reading.equals(Pinyin.of(kind, name)) ? null : reading;
    }
}
