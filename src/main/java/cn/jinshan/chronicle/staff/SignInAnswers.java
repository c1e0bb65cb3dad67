package cn.jinshan.chronicle.staff;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Where a sign-in leads: to the form that was left, to the page that was asked for, or back to try again. */
@Component
class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignInPage page;
    private final SignInNotes notes;

    SignInAnswers(SignInPage page, SignInNotes notes) {
        this.page = page;
        this.notes = notes;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        notes.signedIn(authentication);
        // Made now, or the first two pages that are opened at once would each make one
        ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
        var unsent = Unsent.carriedBy(request);
        var next = Destination.onTheDesk(request.getParameter("next"));
        if (unsent != null) {
            KeptForm.keep(unsent, request.getSession());
        }
        lead(response, unsent != null ? unsent.address() : next != null ? next : Destination.DESK);
    }

    /** Leads to a path, naming no host: what the request calls this one may be a stranger's word. */
    static void lead(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        var name = request.getParameter(SignInPage.NAME);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        var words = "sign.in.wrong";
        if (refusal instanceof TooManyGuessesException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            status = HttpStatus.TOO_MANY_REQUESTS;
            words = "sign.in.wait";
            if (tooMany.isFirst()) {
                notes.refusedTooOften(name == null ? "" : name);
            }
        } else {
            notes.refused(name == null ? "" : name);
        }
        page.show(
                request,
                response,
                status,
                new SignInPage.Shown(
                        words, name, Destination.onTheDesk(request.getParameter("next")), Unsent.carriedBy(request)));
    }
}
