package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.PasswordGuesses;
import cn.jinshan.chronicle.staff.Passwords;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Authentication by name and password. An unknown, disabled or not yet invited name is refused in the same way as a
 * wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordGuesses guesses;

    PasswordSignIn(Accounts accounts, Passwords passwords, PasswordGuesses guesses) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = Account.signInName(attempt.getName());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        guesses.spend(name, address);
        var account = accounts.findByName(name).filter(Account::maySignIn).orElse(null);
        if (!passwords.match(String.valueOf(attempt.getCredentials()), account == null ? null : account.password())
                || account == null) {
            throw new BadCredentialsException("Wrong name or password");
        }
        guesses.giveBack(name, address);
        var authentication = account.signedIn().authentication();
        authentication.setDetails(attempt.getDetails());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
