package cn.jinshan.chronicle.staff;

/** Form for changing one's own password, with the present one. */
public class OwnPasswordForm extends PasswordForm {

    private String currentPassword = "";

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }
}
