package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.Form;
import java.util.Locale;
import org.springframework.validation.Errors;

/** Form for choosing a password, typed twice. */
class PasswordForm extends Form {

    public String password = "";

    public String passwordAgain = "";

    /**
     * Says at its field what is wrong with the password.
     *
     * @param name and full name of its owner
     */
    public void check(PasswordRules rules, String name, String fullName, Errors mistakes) {
        rules.refusal(password, name, fullName)
                .ifPresent(why ->
                        mistakes.rejectValue("password", why.code(), new Object[] {why.characters()}, why.code()));
        if (!mistakes.hasFieldErrors("password") && !password.equals(passwordAgain)) {
            mistakes.rejectValue("passwordAgain", "mistake.passwordAgain");
        }
    }

    @Override
    protected String cleaned(String field, String typed) {
        return field.toLowerCase(Locale.ROOT).contains("password") ? typed : super.cleaned(field, typed);
    }
}
