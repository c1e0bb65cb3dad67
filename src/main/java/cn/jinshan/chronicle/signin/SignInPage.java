package cn.jinshan.chronicle.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the answer to requests that need a sign-in. */
@Controller
class SignInPage {

    static final String ADDRESS = "/login";

    /** The field for the name, as Spring Security and the keepers of passwords expect it. */
    static final String NAME = "username";

    private static final String SHOWN = SignInPage.class.getName();

    /**
     * What the page shows beside its form.
     *
     * @param words what happened, as a key of the messages; null: nothing
     * @param name that was typed
     * @param next where to go once signed in
     * @param kept of what was typed into another form; null: nothing
     */
    record Shown(
            @Nullable String words,
            @Nullable String name,
            @Nullable String next,
            @Nullable Kept kept) {}

    /**
     * For whom something is kept that was typed into a form. The words themselves stay on the server: anybody may pass
     * by the screen.
     *
     * @param sealed key of the form
     * @param whose full name
     */
    record Kept(String sealed, String whose) {}

    @GetMapping(ADDRESS)
    String page(
            @RequestAttribute(name = "cn.jinshan.chronicle.signin.SignInPage", required = false) @Nullable Shown shown,
            @RequestParam(required = false) @Nullable String next,
            Model model) {
        model.addAttribute("shown", shown != null ? shown : new Shown(null, null, DeskAddress.onTheDesk(next), null));
        return "signin/sign-in";
    }

    /** Answers any request with this page. */
    void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Shown shown)
            throws ServletException, IOException {
        request.setAttribute(SHOWN, shown);
        showForm(request, response, status, ADDRESS);
    }

    /** Answers a POST with the form at an address. */
    void showForm(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String path)
            throws ServletException, IOException {
        response.setStatus(status.value());
        request.getRequestDispatcher(path).forward(asRead(request), response);
    }

    /** The request as if it only asked for the page. */
    static HttpServletRequest asRead(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return HttpMethod.GET.name();
            }
        };
    }
}
