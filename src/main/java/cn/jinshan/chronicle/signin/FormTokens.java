package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.staff.StaffProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Repository of CSRF tokens for the forms of staff: in a cookie before the sign-in, so that strangers open no session,
 * and in the session after it.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private static final String NAME = "jinshan-chronicle-form";

    private final CsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();
    private final String name;

    FormTokens(StaffProperties properties) {
        name = properties.cookie(NAME);
        inCookie.setCookieName(name);
        inCookie.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax").secure(properties.overTls()));
    }

    private CsrfTokenRepository present() {
        return SignedIn.now() == null ? inCookie : inSession;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return present().generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        present().saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return present().loadToken(new HttpServletRequestWrapper(request) {
            @Override
            public Cookie[] getCookies() {
                return ours(request).toArray(Cookie[]::new);
            }
        });
    }

    /** Whether a request brings along the cookie that a page with a form gave to its browser. */
    boolean isBroughtBy(HttpServletRequest request) {
        return ours(request).findAny().isPresent();
    }

    /** One that is damaged, or another program's, is none. */
    private Stream<Cookie> ours(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name)
                        && StaffSecurity.RANDOM.matcher(cookie.getValue()).matches());
    }
}
