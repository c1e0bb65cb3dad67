package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page at the one-time address, on which the first administrator is created. */
@Controller
class SetupController {

    private static final String PAGE = "staff/setup";

    private final Setup setup;
    private final FirstStart firstStart;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordGuesses guesses;

    SetupController(
            Setup setup, FirstStart firstStart, Passwords passwords, PasswordRules rules, PasswordGuesses guesses) {
        this.setup = setup;
        this.firstStart = firstStart;
        this.passwords = passwords;
        this.rules = rules;
        this.guesses = guesses;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, RestoredForm kept, Model model, HttpServletResponse response) {
        if (!setup.isOpen(new Token(token))) {
            return InvitationController.over(response);
        }
        var form = new SetupForm();
        kept.into(form);
        model.addAttribute(form);
        return PAGE;
    }

    @PostMapping("/setup/{token}")
    String setUp(
            @PathVariable String token,
            @Valid @ModelAttribute SetupForm form,
            BindingResult mistakes,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!setup.isOpen(new Token(token))) {
            return InvitationController.over(response);
        }
        try {
            guesses.spendChoice(Setup.ADMIN, request.getRemoteAddr());
            form.check(rules, form.getName(), form.getFullName(), mistakes);
            if (mistakes.hasErrors()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return PAGE;
            }
            setup.use(new Token(token), form.getName(), form.getFullName(), passwords.hash(form.getPassword()));
        } catch (LinkOverException e) {
            return InvitationController.over(response);
        } catch (TooManyGuessesException e) {
            return InvitationController.busy(PAGE, mistakes, response);
        }
        firstStart.forgetFile();
        return "redirect:/login";
    }
}
