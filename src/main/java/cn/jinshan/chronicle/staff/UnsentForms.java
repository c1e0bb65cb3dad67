package cn.jinshan.chronicle.staff;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Answers who is not, or no longer, signed in. A page is asked for again after the sign-in; a form that was filled in
 * here is carried through the sign-in, with all that was typed. What another site sends is only refused.
 */
@Component
class UnsentForms implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";

    /** The end of addresses to which a script sends what is being typed: it keeps the page, and tries again. */
    private static final String WHILE_TYPING = "/working-copy";

    private final SignInPage page;
    private final SignInNotes notes;
    private final SignOutNote signOutNote;
    private final StaffProperties properties;

    UnsentForms(SignInPage page, SignInNotes notes, SignOutNote signOutNote, StaffProperties properties) {
        this.page = page;
        this.notes = notes;
        this.signOutNote = signOutNote;
        this.properties = properties;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (isRead(request)) {
            var query = request.getQueryString();
            var wanted = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
            SignInAnswers.lead(
                    response,
                    Destination.onTheDesk(wanted) == null
                            ? SignInPage.ADDRESS
                            : SignInPage.ADDRESS + "?next=" + UriUtils.encode(wanted, StandardCharsets.UTF_8));
        } else {
            keep(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException)) {
            notes.accessRefused(request.getRequestURI());
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.getRequestURI().equals("/logout")) {
            signOut(request, response);
        } else {
            keep(request, response);
        }
    }

    /** Who is signed out already has what they want; whose page is merely old gets it, unless another site may ask. */
    private void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            SignInAnswers.lead(response, SignInPage.ADDRESS);
        } else if (SAME_ORIGIN.equals(request.getHeader(FETCH_SITE))) {
            signOutNote.logout(request, response, authentication);
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            SignInAnswers.lead(response, SignInPage.ADDRESS);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!isSentFromHere(request) || request.getRequestURI().endsWith(WHILE_TYPING)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        var unsent = Unsent.of(request);
        if (unsent.path().equals(SignInPage.ADDRESS)) {
            var carried = Unsent.carriedBy(request);
            page.show(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    new SignInPage.Shown(
                            carried == null ? "sign.in.again" : "sign.in.kept",
                            request.getParameter(SignInPage.NAME),
                            Destination.onTheDesk(request.getParameter("next")),
                            carried));
        } else if (Destination.onTheDesk(unsent.address()) != null) {
            page.show(
                    request, response, HttpStatus.FORBIDDEN, new SignInPage.Shown("sign.in.kept", null, null, unsent));
        } else {
            request.setAttribute(KeptForm.class.getName(), unsent);
            page.showForm(request, response, HttpStatus.FORBIDDEN, unsent.path());
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    /** Whether a page of this site sent it, as far as the browser says (W3C Fetch Metadata, RFC 6454). */
    private boolean isSentFromHere(HttpServletRequest request) {
        var site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return site.equals(SAME_ORIGIN);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isHere(origin, request.getHeader(HttpHeaders.HOST));
    }

    private boolean isHere(String origin, @Nullable String host) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            var address = properties.address();
            return authority != null
                    && (authority.equalsIgnoreCase(host)
                            || (address != null && authority.equalsIgnoreCase(address.getRawAuthority())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
