package cn.jinshan.chronicle.staff;

import jakarta.validation.constraints.Pattern;

/** Whom an administrator invites. */
class InvitationForm {

    @Pattern(regexp = Account.NAMES, message = "{mistake.name}")
    private String name = "";

    @Pattern(regexp = Account.FULL_NAMES, message = "{mistake.fullName}")
    private String fullName = "";

    @Pattern(regexp = Role.ANY, message = "{mistake.role}")
    private String role = "";

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

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
