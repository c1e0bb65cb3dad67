package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SentFromHere;
import cn.jinshan.chronicle.staff.Account;
import cn.jinshan.chronicle.staff.Accounts;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests of users who are not or no longer signed in, and forms that another account opened. A page is shown
 * after the sign-in; the values of a form are kept for the account that opened it. Requests from other sites are only
 * refused.
 */
@Component
class LostSessionAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** The end of addresses to which a script sends what is being typed: it keeps the page, and tries again. */
    private static final String WHILE_TYPING = "/working-copy";

    private final SignInPage page;
    private final SignInNotes notes;
    private final FormSeal seal;
    private final FormTokens tokens;
    private final UnsentForms unsentForms;
    private final Accounts accounts;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final MessageSource messages;
    private final JsonMapper json;
    private final SentFromHere sentFromHere;

    LostSessionAnswers(
            SignInPage page,
            SignInNotes notes,
            FormSeal seal,
            FormTokens tokens,
            UnsentForms unsentForms,
            Accounts accounts,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            MessageSource messages,
            JsonMapper json,
            SentFromHere sentFromHere) {
        this.page = page;
        this.notes = notes;
        this.seal = seal;
        this.tokens = tokens;
        this.unsentForms = unsentForms;
        this.accounts = accounts;
        this.mappings = mappings;
        this.messages = messages;
        this.json = json;
        this.sentFromHere = sentFromHere;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (isRead(request)) {
            var wanted = FormInput.address(request);
            SignInAnswers.lead(
                    response,
                    DeskAddress.onTheDesk(wanted) == null
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

    /**
     * Signs out, also from an old page of this site; another site is refused. Without a session nothing is left to do.
     */
    private void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            SignInAnswers.lead(response, SignInPage.ADDRESS);
        } else if (SentFromHere.isSaid(request)) {
            notes.signedOut(authentication);
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            SignInAnswers.lead(response, SignInPage.ADDRESS);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        var form = seal.opened(request.getParameter(FormKey.FIELD)).orElse(null);
        if (!sentFromHere.isPossible(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (form != null && isAnothers(form)) {
            refuseAnothers(form, request, response);
        } else if (isTyping(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.getRequestURI().equals(SignInPage.ADDRESS)) {
            signInAgain(form, request, response);
        } else if (DeskAddress.onTheDesk(FormInput.address(request)) != null) {
            keepForTheDesk(form, request, response);
        } else {
            noteMissingCookie(request);
            request.setAttribute(RestoredForm.class.getName(), FormInput.of(request));
            page.showForm(request, response, HttpStatus.FORBIDDEN, request.getRequestURI());
        }
    }

    /** A user who has signed in meanwhile in another window needs no second sign-in. */
    private void signInAgain(@Nullable FormKey form, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var me = SignedIn.now();
        var name = request.getParameter(SignInPage.NAME);
        var next = DeskAddress.onTheDesk(request.getParameter("next"));
        if (me != null && form == null && name != null && me.name().equals(Account.signInName(name))) {
            SignInAnswers.lead(response, next == null ? DeskAddress.DESK : next);
            return;
        }
        noteMissingCookie(request);
        var words = form == null ? "sign.in.again" : "sign.in.kept";
        page.show(request, response, HttpStatus.FORBIDDEN, new SignInPage.Shown(words, name, next, kept(form)));
    }

    /** Or the same page would come back for ever, without a word why. */
    private void noteMissingCookie(HttpServletRequest request) {
        request.setAttribute("cookieless", SignedIn.now() == null && !tokens.isBroughtBy(request));
    }

    /**
     * Keeps the values for the account that opened the form. Without a key the owner is unknown, and nothing is kept.
     */
    private void keepForTheDesk(@Nullable FormKey form, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean written = isWritten(request);
        var shown = written && isKept(form, request)
                ? new SignInPage.Shown("sign.in.kept", null, null, kept(form))
                : new SignInPage.Shown(
                        written ? "sign.in.unknown" : "sign.in.again", null, FormInput.address(request), null);
        page.show(request, response, HttpStatus.FORBIDDEN, shown);
    }

    private boolean isKept(@Nullable FormKey form, HttpServletRequest request) {
        return form != null && form.account() != null && unsentForms.keep(form.account(), form, FormInput.of(request));
    }

    /** Whether the page at the address of a form would show what was typed into it. */
    private boolean isWritten(HttpServletRequest request) throws ServletException {
        var read = SignInPage.asRead(request);
        ServletRequestPathUtils.parseAndCache(read);
        try {
            var found = mappings.getObject().getHandler(read);
            return found != null && RestoredFormArgument.isAskedForBy(found.getHandler(), RestoredForm.class);
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(read);
        }
    }

    /** Whether somebody is signed in who did not open the form. */
    boolean isAnothers(FormKey form) {
        var me = SignedIn.now();
        return me != null && form.account() != null && form.account() != me.id();
    }

    /** Keeps for whoever opened it what was typed into a form, and says so to whoever is signed in now. */
    void refuseAnothers(FormKey form, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (isTyping(request)) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONFLICT,
                    messages.getMessage("sign.another", new Object[] {name(form)}, request.getLocale()));
            problem.setProperty("reason", "other-account");
            response.setStatus(HttpStatus.CONFLICT.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(json.writeValueAsString(problem));
            return;
        }
        var words = isWritten(request) && isKept(form, request) ? "sign.another.kept" : "sign.another";
        page.show(request, response, HttpStatus.CONFLICT, new SignInPage.Shown(words, null, null, kept(form)));
    }

    /** What the sign-in page says of a form and carries along; null for none. */
    SignInPage.@Nullable Kept kept(@Nullable FormKey form) {
        return form == null || form.account() == null ? null : new SignInPage.Kept(seal.seal(form), name(form));
    }

    private String name(FormKey form) {
        return form.account() == null
                ? ""
                : accounts.findById(form.account()).map(Account::fullName).orElse("");
    }

    private static boolean isTyping(HttpServletRequest request) {
        return request.getRequestURI().endsWith(WHILE_TYPING);
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
