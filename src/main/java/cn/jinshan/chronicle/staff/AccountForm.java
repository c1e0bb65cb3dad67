package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.Pattern;

/** Form for changing an account, with the version that it was filled in from. */
class AccountForm extends VersionedForm {

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    public String fullName = "";

    @Pattern(regexp = Role.ANY, message = "{mistake.role}")
    public String role = "";

    static AccountForm of(Member member) {
        var form = new AccountForm();
        form.show(member.version());
        form.fullName = member.fullName();
        form.role = member.role().name();
        return form;
    }
}
