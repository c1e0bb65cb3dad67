package cn.jinshan.chronicle.signin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Endpoint that tells the script which of the forms kept in the browser were processed. */
@Controller
class SentFormsController {

    private final FormSeal seal;
    private final SentForms forms;

    SentFormsController(FormSeal seal, SentForms forms) {
        this.seal = seal;
        this.forms = forms;
    }

    /**
     * The forms that were processed.
     *
     * @param form forms that may have been sent, each as its hidden field says
     */
    @GetMapping("/admin/forms/made")
    @ResponseBody
    List<String> made(@RequestParam(defaultValue = "") List<String> form) {
        return form.stream()
                .filter(each -> seal.opened(each)
                        .filter(key -> forms.existsByFormKeyAndEndedIsNotNull(key.key()))
                        .isPresent())
                .toList();
    }
}
