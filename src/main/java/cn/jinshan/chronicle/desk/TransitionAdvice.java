package cn.jinshan.chronicle.desk;

import cn.jinshan.chronicle.entries.Transition;
import cn.jinshan.chronicle.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

/** Transition that the address of a page names; only those who may make it see the page. */
@ControllerAdvice(assignableTypes = {DecisionsController.class, ManyController.class})
class TransitionAdvice {

    @ModelAttribute
    Transition transition(HttpServletRequest request, @AuthenticationPrincipal SignedIn me) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var transition = Transition.at(String.valueOf(pattern));
        EntryWorkflow.refuseUnlessAllowed(transition, me);
        return transition;
    }
}
