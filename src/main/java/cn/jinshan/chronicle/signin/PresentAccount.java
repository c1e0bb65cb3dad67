package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session do what its account may do now, whatever it could at its sign-in: a disabled account is signed out, a
 * changed role holds from the next request on.
 */
class PresentAccount extends OncePerRequestFilter {

    private final Accounts accounts;

    PresentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn then) {
            var now = accounts.findById(then.id()).filter(Account::maySignIn).map(Account::signedIn);
            if (now.isEmpty()) {
                request.getSession().invalidate();
                SecurityContextHolder.clearContext();
            } else if (!now.get().equals(then)) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(now.get().authentication()));
            }
        }
        chain.doFilter(request, response);
    }
}
