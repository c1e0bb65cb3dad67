package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** Whom an administrator invites. */
class InvitationForm extends AccountForm {

    @Pattern(regexp = Account.NAMES, message = "{mistake.name}")
    private String name = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
