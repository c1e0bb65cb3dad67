package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** Whom an administrator invites. */
class InvitationForm extends AccountForm {

    @Pattern(regexp = Account.NAMES, message = "{mistake.name}")
    public String name = "";
}
