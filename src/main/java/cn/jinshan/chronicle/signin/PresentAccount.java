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
 * Filter that applies the present state of the account to each request: a disabled account is signed out, and a changed
 * role takes effect at once.
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
