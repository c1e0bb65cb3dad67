package cn.jinshan.chronicle.staff;

/** Form for changing one's own password, with the present one. */
public class OwnPasswordForm extends PasswordForm {

    public String currentPassword = "";
}
