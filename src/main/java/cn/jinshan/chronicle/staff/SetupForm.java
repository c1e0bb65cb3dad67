package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** Form for creating the first administrator. */
class SetupForm extends PasswordForm {

    @Pattern(regexp = Account.NAMES, message = "{mistake.name}")
    private String name = "";

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    private String fullName = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }
}
