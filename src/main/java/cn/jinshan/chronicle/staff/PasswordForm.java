package cn.jinshan.chronicle.staff;

import org.springframework.validation.Errors;

/** Form for choosing a password, typed twice. */
class PasswordForm {

    private String password = "";

    private String passwordAgain = "";

    /**
     * Says at its field what is wrong with the password.
     *
     * @param name and full name of its owner
     */
    public void check(PasswordRules rules, String name, String fullName, Errors mistakes) {
        rules.refusal(password, name, fullName).ifPresent(why -> mistakes.rejectValue("password", why));
        if (!mistakes.hasFieldErrors("password") && !password.equals(passwordAgain)) {
            mistakes.rejectValue("passwordAgain", "mistake.passwordAgain");
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getPasswordAgain() {
        return passwordAgain;
    }

    public void setPasswordAgain(String passwordAgain) {
        this.passwordAgain = passwordAgain;
    }
}
