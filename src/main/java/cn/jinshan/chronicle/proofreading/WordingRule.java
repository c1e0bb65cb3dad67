package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.text.Alternatives;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/**
 * Rule for words to look out for, and their replacement. A rule that offers the same words keeps other rules from
 * matching a part of them: {@code 自我} keeps {@code 我区} out of {@code 自我区分}.
 */
@Entity
public class WordingRule {

    /** Greatest length of the words to look out for, in characters. */
    public static final int LONGEST_FOUND = 40;

    /** Greatest length of all replacements, divided by slashes, in characters. */
    public static final int LONGEST_BETTER = 100;

    /** The kinds that a rule may have; the other kinds need no rule. */
    public static final Set<WordingHint.Kind> KINDS =
            EnumSet.range(WordingHint.Kind.FIRST_PERSON, WordingHint.Kind.NAME);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String found;

    private String better;

    @Enumerated(EnumType.STRING)
    private WordingHint.Kind kind;

    @SuppressWarnings("NullAway.Init")
    protected WordingRule() {}

    /**
     * @param found not blank, at most {@value #LONGEST_FOUND} characters, unique among all rules
     * @param better one or more replacements, divided by slashes, at most {@value #LONGEST_BETTER} characters; empty if
     *     a person has to decide
     * @param kind one of {@link #KINDS}
     */
    public WordingRule(String found, String better, WordingHint.Kind kind) {
        say(found, better, kind);
    }

    /** Changes the rule, under the same limits as a new one. */
    public final void change(String found, String better, WordingHint.Kind kind) {
        say(found, better, kind);
    }

    private void say(String found, String better, WordingHint.Kind kind) {
        if (found.isBlank()
                || found.length() > LONGEST_FOUND
                || better.length() > LONGEST_BETTER
                || !KINDS.contains(kind)) {
            throw new IllegalArgumentException("A rule needs what it looks out for, short enough, and a reason");
        }
        this.found = found;
        this.better = better;
        this.kind = kind;
    }

    /**
     * Makes sure that the user has seen the last change.
     *
     * @throws ObjectOptimisticLockingFailureException if somebody changed the rule since
     */
    public void refuseStale(long seen) {
        if (seen != version) {
            throw new ObjectOptimisticLockingFailureException(WordingRule.class, Objects.requireNonNull(id));
        }
    }

    /** The replacements, best first. */
    public List<String> offers() {
        return isToKeep() ? List.of(found) : Alternatives.of(better);
    }

    /** Whether it keeps the words as they are. */
    public boolean isToKeep() {
        return better.equals(found);
    }

    public @Nullable Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String found() {
        return found;
    }

    public String better() {
        return better;
    }

    public WordingHint.Kind kind() {
        return kind;
    }
}
