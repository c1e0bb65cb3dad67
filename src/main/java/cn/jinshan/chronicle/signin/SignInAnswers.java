package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.TooManyGuessesException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Chooses the address after a sign-in: the form that was left, the requested page, or the sign-in page again. */
@Component
class SignInAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignInPage page;
    private final SignInNotes notes;
    private final FormSeal seal;
    private final UnsentForms unsentForms;
    private final LostSessionAnswers lostSession;

    SignInAnswers(
            SignInPage page,
            SignInNotes notes,
            FormSeal seal,
            UnsentForms unsentForms,
            LostSessionAnswers lostSession) {
        this.page = page;
        this.notes = notes;
        this.seal = seal;
        this.unsentForms = unsentForms;
        this.lostSession = lostSession;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        notes.signedIn(authentication);
        // Made now, or the first two pages that are opened at once would each make one
        ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
        var form = form(request);
        var next = DeskAddress.onTheDesk(request.getParameter("next"));
        if (form != null && lostSession.isAnothers(form)) {
            tell(lostSession.kept(form), request, response);
            lead(response, DeskAddress.DESK);
        } else {
            lead(
                    response,
                    Optional.ofNullable(form)
                            .flatMap(unsentForms::of)
                            .map(UnsentForms.Left::address)
                            .orElse(next == null ? DeskAddress.DESK : next));
        }
    }

    private @Nullable FormKey form(HttpServletRequest request) {
        return seal.opened(request.getParameter(FormKey.FIELD)).orElse(null);
    }

    /** Says on the desk, this once, for whom something is kept. */
    private static void tell(SignInPage.@Nullable Kept kept, HttpServletRequest request, HttpServletResponse response) {
        if (kept != null) {
            var flash = new FlashMap();
            flash.put("another", kept.whose());
            flash.setTargetRequestPath(DeskAddress.DESK);
            new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
        }
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
                        words,
                        name,
                        DeskAddress.onTheDesk(request.getParameter("next")),
                        lostSession.kept(form(request))));
    }
}
