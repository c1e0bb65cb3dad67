package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** Form for creating the first administrator. */
class SetupForm extends PasswordForm {

    @Pattern(regexp = Account.NAMES, message = "{mistake.name}")
    public String name = "";

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    public String fullName = "";
}
