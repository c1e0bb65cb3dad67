package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page behind a one-time link, on which its holder chooses a password. Only sending the form uses up the link, as
 * WeChat opens every link that is sent through it.
 */
@Controller
class InvitationController {

    private static final String PAGE = "staff/invitation";

    private final Invitations invitations;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordGuesses guesses;

    InvitationController(Invitations invitations, Passwords passwords, PasswordRules rules, PasswordGuesses guesses) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.rules = rules;
        this.guesses = guesses;
    }

    @GetMapping("/invitations/{token}")
    String form(@PathVariable String token, RestoredForm kept, Model model, HttpServletResponse response) {
        var invited = invitations.invited(new Token(token));
        if (invited.isEmpty()) {
            return over(response);
        }
        var form = new PasswordForm();
        kept.into(form);
        model.addAttribute(form);
        model.addAttribute("invited", invited.get());
        return PAGE;
    }

    @PostMapping("/invitations/{token}")
    String accept(
            @PathVariable String token,
            @ModelAttribute PasswordForm form,
            BindingResult mistakes,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invited = invitations.invited(new Token(token));
        if (invited.isEmpty()) {
            return over(response);
        }
        model.addAttribute("invited", invited.get());
        try {
            guesses.spendChoice(invited.get().name(), request.getRemoteAddr());
            form.check(rules, invited.get().name(), invited.get().fullName(), mistakes);
            if (mistakes.hasErrors()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return PAGE;
            }
            invitations.accept(new Token(token), passwords.hash(form.getPassword()));
        } catch (LinkOverException e) {
            return over(response);
        } catch (TooManyGuessesException e) {
            return busy(PAGE, mistakes, response);
        }
        return "redirect:/login";
    }

    /** The page for a link that is unknown, used or expired. */
    static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "staff/link-over";
    }

    /** The form again, because too many passwords are being looked at just now. */
    static String busy(String page, Errors mistakes, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        mistakes.rejectValue("password", "sign.in.wait");
        return page;
    }
}
