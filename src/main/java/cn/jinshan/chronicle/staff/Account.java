package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.text.PlainText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Account of a member of staff. */
@Entity
public class Account {

    private static final int LONGEST_NAME = 60;

    /** Pattern of a typed sign-in name; it is short, because NFKC may make three letters of one. */
    static final String NAMES = "\\s*[\\p{IsHan}\\p{IsLatin}\\p{Nd}._-]{1,20}\\s*";

    /** Pattern of a full name. */
    static final String FULL_NAMES = "(?=.*\\S)\\P{Cntrl}{1,60}";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;

    private String fullName;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String password;

    private @Nullable Instant disabled;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /**
     * An account whose owner has not chosen a password yet.
     *
     * @param name to sign in with, not empty, its own
     * @param fullName not empty
     */
    public Account(String name, String fullName, Role role) {
        this.name = signInName(name);
        this.fullName = fullName.strip();
        this.role = role;
        if (this.name.isEmpty() || this.fullName.isEmpty()) {
            throw new IllegalArgumentException("An account needs a name and a full name");
        }
    }

    /**
     * The one form of a sign-in name, however it was typed: trimmed, NFKC, in lower case, at most 60 characters, and
     * without what nobody sees.
     */
    public static String signInName(String typed) {
        var cut = typed.substring(0, Math.min(typed.length(), LONGEST_NAME));
        return Normalizer.normalize(PlainText.of(cut), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public void change(String fullName, Role role) {
        if (fullName.isBlank()) {
            throw new IllegalArgumentException("An account needs a full name");
        }
        this.fullName = fullName.strip();
        this.role = role;
    }

    /** Lets its owner sign in with a password from now on; any other is void. */
    void choose(String passwordHash) {
        password = passwordHash;
    }

    /** Voids its password, until its owner chooses another. */
    void reset() {
        password = null;
    }

    /** Keeps its owner out from now on; nothing changes if they are out already. */
    public void disable(Instant now) {
        if (disabled == null) {
            disabled = now;
        }
    }

    void enable() {
        disabled = null;
    }

    public boolean maySignIn() {
        return disabled == null && password != null;
    }

    boolean isDisabled() {
        return disabled != null;
    }

    public SignedIn signedIn() {
        return new SignedIn(id(), name, fullName, role);
    }

    public long id() {
        return Objects.requireNonNull(id, "Not saved yet");
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    public String fullName() {
        return fullName;
    }

    Role role() {
        return role;
    }

    @Nullable
    public String password() {
        return password;
    }
}
