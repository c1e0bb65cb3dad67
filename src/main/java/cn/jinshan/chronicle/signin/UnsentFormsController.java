package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page of one's own unsent forms: to read, to continue or to discard. */
@Controller
class UnsentFormsController {

    private static final String LEFT = "/admin/me/left/{id:[1-9]\\d{0,17}}";

    private final UnsentForms unsentForms;

    UnsentFormsController(UnsentForms unsentForms) {
        this.unsentForms = unsentForms;
    }

    /** Another's is answered as what never was. */
    @GetMapping({LEFT, LEFT + "/discarding"})
    String left(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(
                "left",
                unsentForms.one(me.id(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "signin/unsent";
    }

    @PostMapping(LEFT + "/discarding")
    String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        unsentForms.forget(me, String.valueOf(id));
        return "redirect:" + DeskAddress.DESK;
    }
}
