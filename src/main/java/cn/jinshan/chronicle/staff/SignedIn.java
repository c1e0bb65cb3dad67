package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The signed-in user, as stored in the session, without the password.
 *
 * @param id of the account
 * @param name that is typed to sign in
 * @param fullName that colleagues read
 */
public record SignedIn(long id, String name, String fullName, Role role) implements UserDetails, Journal.Author {

    /** Checked also when it is read from a session. */
    public SignedIn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(fullName);
        Objects.requireNonNull(role);
    }

    /** The signed-in user of the current request; null if there is none. */
    public static @Nullable SignedIn now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me ? me : null;
    }

    /** Whether this person has the role, or one that includes it. */
    public boolean may(Role asked) {
        return role.compareTo(asked) >= 0;
    }

    /** The proof that this person has signed in, without details. */
    public AbstractAuthenticationToken authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return name;
    }
}
