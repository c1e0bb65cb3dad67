package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.Pattern;

/** Form for changing an account, with the version that it was filled in from. */
class AccountForm extends VersionedForm {

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    private String fullName = "";

    @Pattern(regexp = Role.ANY, message = "{mistake.role}")
    private String role = "";

    static AccountForm of(Member member) {
        var form = new AccountForm();
        form.show(member.version());
        form.fullName = member.fullName();
        form.role = member.role().name();
        return form;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
