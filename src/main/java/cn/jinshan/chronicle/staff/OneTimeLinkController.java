package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.RestoredForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages behind one-time links, on which their holder creates the first administrator or chooses a password. Only
 * sending the form uses up the link, as WeChat opens every link that is sent through it.
 */
@Controller
class OneTimeLinkController {

    private static final String SETUP = "staff/setup";
    private static final String INVITATION = "staff/invitation";

    private final Setup setup;
    private final FirstStart firstStart;
    private final OwnPasswords ownPasswords;
    private final ResetAddress resetAddress;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordGuesses guesses;

    OneTimeLinkController(
            Setup setup,
            FirstStart firstStart,
            OwnPasswords ownPasswords,
            ResetAddress resetAddress,
            Passwords passwords,
            PasswordRules rules,
            PasswordGuesses guesses) {
        this.setup = setup;
        this.firstStart = firstStart;
        this.ownPasswords = ownPasswords;
        this.resetAddress = resetAddress;
        this.passwords = passwords;
        this.rules = rules;
        this.guesses = guesses;
    }

    @GetMapping("/setup/{token}")
    ModelAndView setup(@PathVariable String token, RestoredForm kept) {
        return setup.isOpen(new Token(token)) ? page(SETUP, new SetupForm(), kept) : over();
    }

    @PostMapping("/setup/{token}")
    ModelAndView setUp(
            @PathVariable String token,
            @Valid @ModelAttribute SetupForm form,
            BindingResult mistakes,
            HttpServletRequest request) {
        if (!setup.isOpen(new Token(token))) {
            return over();
        }
        return choose(SETUP, mistakes, () -> {
            guesses.spendChoice(Setup.ADMIN, request.getRemoteAddr());
            form.check(rules, form.name, form.fullName, mistakes);
            if (!mistakes.hasErrors()) {
                setup.use(new Token(token), form.name, form.fullName, passwords.hash(form.password));
                firstStart.forgetFile();
            }
        });
    }

    @GetMapping("/invitations/{token}")
    ModelAndView invitation(@PathVariable String token, RestoredForm kept) {
        return ownPasswords
                .invited(new Token(token))
                .map(invited -> page(INVITATION, new PasswordForm(), kept).addObject("invited", invited))
                .orElseGet(OneTimeLinkController::over);
    }

    @PostMapping("/invitations/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @ModelAttribute PasswordForm form,
            BindingResult mistakes,
            Model model,
            HttpServletRequest request) {
        var invited = ownPasswords.invited(new Token(token)).orElse(null);
        if (invited == null) {
            return over();
        }
        model.addAttribute("invited", invited);
        return choose(INVITATION, mistakes, () -> {
            guesses.spendChoice(invited.name(), request.getRemoteAddr());
            form.check(rules, invited.name(), invited.fullName(), mistakes);
            if (!mistakes.hasErrors()) {
                ownPasswords.accept(new Token(token), passwords.hash(form.password));
                resetAddress.forgetOver();
            }
        });
    }

    private static ModelAndView page(String page, PasswordForm form, RestoredForm kept) {
        kept.into(form);
        return new ModelAndView(page).addObject(form);
    }

    /** Goes on to the sign-in, or shows the form again with its mistakes. */
    private static ModelAndView choose(String page, Errors mistakes, Runnable choice) {
        try {
            choice.run();
            return mistakes.hasErrors()
                    ? new ModelAndView(page, HttpStatus.UNPROCESSABLE_CONTENT)
                    : new ModelAndView("redirect:/login");
        } catch (LinkOverException e) {
            return over();
        } catch (TooManyGuessesException e) {
            mistakes.rejectValue("password", "sign.in.wait");
            return new ModelAndView(page, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** The page for a link that is unknown, used or expired. */
    private static ModelAndView over() {
        return new ModelAndView("staff/link-over", HttpStatus.NOT_FOUND);
    }
}
