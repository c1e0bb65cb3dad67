package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** What an administrator changes of an account, and the version that was decided on. */
class AccountForm {

    private String version = "";

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    private String fullName = "";

    @Pattern(regexp = Role.ANY, message = "{mistake.role}")
    private String role = "";

    static AccountForm of(Member member) {
        var form = new AccountForm();
        form.version = String.valueOf(member.version());
        form.fullName = member.fullName();
        form.role = member.role().name();
        return form;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
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
