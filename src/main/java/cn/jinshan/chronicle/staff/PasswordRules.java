package cn.jinshan.chronicle.staff;

import static java.util.Comparator.comparing;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Rules for new passwords: 8 to 256 characters of any kind, but none of the common ones (NIST SP 800-63B §3.1.1.2;
 * OWASP ASVS 5.0, 6.2). No online service is asked.
 */
@Component
public class PasswordRules {

    /** Of the beginning and of the end: the search for patterns takes 5 s for a hundred characters chosen for it. */
    private static final int LOOKED_AT = 24;

    /**
     * Of zxcvbn's 0 to 4: about a million guesses, which take months at the pace that {@link PasswordGuesses} allows.
     */
    private static final int WITHSTANDS_GUESSING = 2;

    private static final List<String> OURS = List.of(
            "金山",
            "金山区",
            "残联",
            "残疾人联合会",
            "金山区残联",
            "金山区残疾人联合会",
            "大事记",
            "上海",
            "jinshan",
            "canlian",
            "dashiji",
            "shanghai",
            "chronicle");

    /**
     * Why a password may not be chosen.
     *
     * @param code of its message
     * @param characters how many are missing or too many, else 0
     */
    record Refusal(String code, int characters) {}

    /**
     * Why a password may not be chosen; empty if it may.
     *
     * @param name and full name of its owner, which it may not consist of
     */
    Optional<Refusal> refusal(String password, String name, String fullName) {
        int length = Passwords.length(password);
        if (length == 0) {
            return Optional.of(new Refusal("password.none", 0));
        }
        if (length < Passwords.SHORTEST) {
            return Optional.of(new Refusal("password.short", Passwords.SHORTEST - length));
        }
        if (length > Passwords.LONGEST) {
            return Optional.of(new Refusal("password.long", length - Passwords.LONGEST));
        }
        var own = Passwords.normal(password).toLowerCase(Locale.ROOT);
        var names = known(Stream.of(name, fullName).map(Passwords::normal));
        if (withstandsGuessing(own, known(Stream.concat(OURS.stream(), names.stream())))) {
            return Optional.empty();
        }
        // A name of one letter is in many passwords
        boolean named = names.stream().anyMatch(word -> Passwords.length(word) > 1 && own.contains(word));
        boolean ours = OURS.stream().anyMatch(own::contains);
        return Optional.of(new Refusal(named ? "password.named" : ours ? "password.ours" : "password.guessed", 0));
    }

    /** Words without which a password is looked at, longest first. */
    private static List<String> known(Stream<String> words) {
        return words.map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .sorted(comparing(String::length).reversed())
                .toList();
    }

    /** A word that everybody here knows adds nothing: what is left without them has to withstand guessing. */
    private static boolean withstandsGuessing(String password, List<String> known) {
        var own = password;
        for (var word : known) {
            own = own.replace(word, "");
        }
        int some = Math.min(LOOKED_AT, Passwords.length(own));
        var start = own.substring(0, own.offsetByCodePoints(0, some));
        var end = own.substring(own.offsetByCodePoints(own.length(), -some));
        // Its dictionaries take 10 MB, and passwords are chosen a few times a year
        var zxcvbn = new Zxcvbn();
        return Stream.of(start, end)
                .distinct()
                .anyMatch(part -> zxcvbn.measure(part, known).getScore() >= WITHSTANDS_GUESSING);
    }
}
