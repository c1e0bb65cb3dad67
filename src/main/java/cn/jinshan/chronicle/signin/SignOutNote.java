package cn.jinshan.chronicle.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Writes a sign-out to the journal while the session still names its account. */
@Component
class SignOutNote implements LogoutHandler {

    private final SignInNotes notes;

    SignOutNote(SignInNotes notes) {
        this.notes = notes;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null) {
            notes.signedOut(authentication);
        }
    }
}
