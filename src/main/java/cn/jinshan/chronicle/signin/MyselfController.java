package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SentBefore;
import cn.jinshan.chronicle.staff.OwnPasswordForm;
import cn.jinshan.chronicle.staff.OwnPasswords;
import cn.jinshan.chronicle.staff.PasswordGuesses;
import cn.jinshan.chronicle.staff.PasswordRules;
import cn.jinshan.chronicle.staff.Passwords;
import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.staff.TooManyGuessesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one's own account: the password, and the open sessions. */
@Controller
class MyselfController {

    private static final String ME = "/admin/me";
    private static final String PASSWORD_PAGE = "staff/password";

    private final OwnPasswords ownPassword;
    private final Sessions sessions;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordGuesses guesses;
    private final SignInNotes notes;
    private final FormSeal seal;

    MyselfController(
            OwnPasswords ownPassword,
            Sessions sessions,
            Passwords passwords,
            PasswordRules rules,
            PasswordGuesses guesses,
            SignInNotes notes,
            FormSeal seal) {
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.guesses = guesses;
        this.notes = notes;
        this.seal = seal;
    }

    @GetMapping(ME)
    String me(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("sessions", sessions.open(me.name()));
        model.addAttribute("thisOne", Sessions.id(request.getSession()));
        return "signin/me";
    }

    @GetMapping(ME + "/password")
    String password(RestoredForm kept, Model model) {
        var form = new OwnPasswordForm();
        kept.into(form);
        model.addAttribute(form);
        return PASSWORD_PAGE;
    }

    @PostMapping(ME + "/password")
    String change(
            @ModelAttribute OwnPasswordForm form,
            BindingResult mistakes,
            @AuthenticationPrincipal SignedIn me,
            @Nullable SentBefore before,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (before != null) {
            return changed(request, flash);
        }
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        try {
            var present = ownPassword.hash(me.id());
            if (form.currentPassword.isEmpty()) {
                // No guess
                mistakes.rejectValue("currentPassword", "mistake.currentPassword.none");
            } else if (!isRight(form.currentPassword, present, me, request) || present == null) {
                mistakes.rejectValue("currentPassword", "mistake.currentPassword");
            }
            guesses.spendChoice(me.name(), request.getRemoteAddr());
            form.check(rules, me.name(), me.fullName(), mistakes);
            if (present != null && !mistakes.hasErrors()) {
                ownPassword.change(me.id(), present, passwords.hash(form.password), Sessions.id(request.getSession()));
                return changed(request, flash);
            }
        } catch (TooManyGuessesException e) {
            status = HttpStatus.TOO_MANY_REQUESTS;
            mistakes.rejectValue("currentPassword", "sign.in.wait");
            if (e.isFirst()) {
                notes.refusedTooOften(me.name());
            }
        } catch (ObjectOptimisticLockingFailureException e) {
            status = HttpStatus.CONFLICT;
            mistakes.rejectValue("currentPassword", "mistake.currentPassword");
        }
        response.setStatus(status.value());
        return PASSWORD_PAGE;
    }

    /**
     * Gives the session another number. A second press brings the former one, and either answer may be the last that
     * the browser looks at: both say the same.
     */
    private String changed(HttpServletRequest request, RedirectAttributes flash) {
        request.setAttribute(
                StoredSessions.AGREED, seal.next(request.getSession().getId()));
        request.changeSessionId();
        request.removeAttribute(StoredSessions.AGREED);
        flash.addFlashAttribute("done", "password");
        return "redirect:" + ME;
    }

    /** Counted with the guesses at the sign-in page: an unattended browser is no place to guess either. */
    private boolean isRight(String typed, @Nullable String present, SignedIn me, HttpServletRequest request) {
        guesses.spend(me.name(), request.getRemoteAddr());
        boolean right = passwords.match(typed, present);
        if (right) {
            guesses.giveBack(me.name(), request.getRemoteAddr());
        } else {
            notes.passwordRefused(me);
        }
        return right;
    }

    /** After a sign-in on the way, the page shows the sessions as they are. */
    @GetMapping({ME + "/sessions/ending", ME + "/sessions/{session}/ending"})
    String ending() {
        return "redirect:" + ME;
    }

    @PostMapping(ME + "/sessions/{session}/ending")
    String end(@PathVariable String session, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return ended(sessions.end(me.name(), session), me, flash);
    }

    @PostMapping(ME + "/sessions/ending")
    String endOthers(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, RedirectAttributes flash) {
        return ended(sessions.endOthers(me.name(), Sessions.id(request.getSession())), me, flash);
    }

    private String ended(boolean any, SignedIn me, RedirectAttributes flash) {
        if (any) {
            notes.sessionsEnded(me);
        }
        flash.addFlashAttribute("done", "ending");
        return "redirect:" + ME;
    }
}
