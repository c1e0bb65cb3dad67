package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.SignedIn;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page of one's own unsent forms, and the endpoint that tells the script which forms were processed. */
@Controller
class StaffFormsController {

    private static final String LEFT = "/admin/me/left/{id:[1-9]\\d{0,17}}";

    private final FormSeal seal;
    private final SentForms sentForms;
    private final UnsentForms unsentForms;

    StaffFormsController(FormSeal seal, SentForms sentForms, UnsentForms unsentForms) {
        this.seal = seal;
        this.sentForms = sentForms;
        this.unsentForms = unsentForms;
    }

    /** Those that were processed, of forms that may have been sent, each as its hidden field says. */
    @GetMapping("/admin/forms/made")
    @ResponseBody
    List<String> made(@RequestParam(defaultValue = "") List<String> form) {
        return form.stream()
                .filter(each -> seal.opened(each)
                        .filter(key -> sentForms.existsByFormKeyAndEndedIsNotNull(key.key()))
                        .isPresent())
                .toList();
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
