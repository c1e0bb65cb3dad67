package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.Pattern;

/** What an administrator changes of an account, and the version that was decided on. */
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
