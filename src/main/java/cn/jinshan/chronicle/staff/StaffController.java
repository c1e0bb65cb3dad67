package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SeenVersion;
import cn.jinshan.chronicle.site.SentBefore;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of everybody, for administrators: whom to invite, and who may do what. */
@Controller
public class StaffController {

    public static final String STAFF = "/admin/staff";
    static final String ACCOUNT = STAFF + "/{id:[1-9]\\d{0,17}}";

    private final StaffAccounts staffAccounts;
    private final StaffProperties properties;

    StaffController(StaffAccounts staffAccounts, StaffProperties properties) {
        this.staffAccounts = staffAccounts;
        this.properties = properties;
    }

    @ModelAttribute("roles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping(STAFF)
    String list(Model model) {
        model.addAttribute("everybody", staffAccounts.everybody());
        return "staff/list";
    }

    @GetMapping(STAFF + "/new")
    String invitation(RestoredForm kept, Model model) {
        var form = new InvitationForm();
        kept.into(form);
        model.addAttribute(form);
        return "staff/new";
    }

    @PostMapping(STAFF + "/new")
    String invite(
            @Valid @ModelAttribute InvitationForm form,
            BindingResult mistakes,
            @Nullable SentBefore before,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (before != null) {
            return linkAgain(before.number(), model, flash);
        }
        if (!mistakes.hasErrors()) {
            try {
                return link(
                        staffAccounts.invite(form.getName(), form.getFullName(), Role.valueOf(form.getRole())),
                        form.getFullName(),
                        model);
            } catch (NameTakenException | DataIntegrityViolationException e) {
                mistakes.rejectValue("name", "mistake.name.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "staff/new";
    }

    @GetMapping(ACCOUNT)
    String account(@PathVariable long id, RestoredForm kept, Model model) {
        var member = staffAccounts.member(id);
        var form = AccountForm.of(member);
        kept.into(form);
        model.addAttribute(form);
        model.addAttribute("member", member);
        return "staff/account";
    }

    @PostMapping(ACCOUNT)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute AccountForm form,
            BindingResult mistakes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!mistakes.hasErrors()) {
            try {
                staffAccounts.change(id, form.seen(), form.getFullName(), Role.valueOf(form.getRole()));
                flash.addFlashAttribute("done", "change");
                return "redirect:" + STAFF;
            } catch (LastAdministratorException e) {
                mistakes.rejectValue("role", "staff.last");
            } catch (StaleAccountException e) {
                status = HttpStatus.CONFLICT;
                form.show(staffAccounts.member(id).version());
                model.addAttribute("stale", true);
            }
        }
        response.setStatus(status.value());
        model.addAttribute("member", staffAccounts.member(id));
        return "staff/account";
    }

    @GetMapping(ACCOUNT + "/disabling")
    String disabling(@PathVariable long id, Model model) {
        return ask("disabling", id, model);
    }

    @PostMapping(ACCOUNT + "/disabling")
    String disable(
            @PathVariable long id,
            @RequestParam(defaultValue = "") SeenVersion version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide("disabling", id, model, response, () -> {
            staffAccounts.disable(id, version.number());
            flash.addFlashAttribute("done", "disabling");
            return "redirect:" + STAFF;
        });
    }

    @GetMapping(ACCOUNT + "/enabling")
    String enabling(@PathVariable long id, Model model) {
        return ask("enabling", id, model);
    }

    @PostMapping(ACCOUNT + "/enabling")
    String enable(
            @PathVariable long id,
            @RequestParam(defaultValue = "") SeenVersion version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return decide("enabling", id, model, response, () -> {
            staffAccounts.enable(id, version.number());
            flash.addFlashAttribute("done", "enabling");
            return "redirect:" + STAFF;
        });
    }

    @GetMapping(ACCOUNT + "/reset")
    String resetting(@PathVariable long id, Model model) {
        return ask("reset", id, model);
    }

    @PostMapping(ACCOUNT + "/reset")
    String reset(
            @PathVariable long id,
            @RequestParam(defaultValue = "") SeenVersion version,
            @Nullable SentBefore before,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (before != null) {
            return linkAgain(id, model, flash);
        }
        return decide(
                "reset",
                id,
                model,
                response,
                () -> link(
                        staffAccounts.reset(id, version.number()),
                        staffAccounts.member(id).fullName(),
                        model));
    }

    private String ask(String what, long id, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("member", staffAccounts.member(id));
        return "staff/decision";
    }

    /** Does what was decided, or asks again and says why not. */
    private String decide(String what, long id, Model model, HttpServletResponse response, Supplier<String> decision) {
        try {
            return decision.get();
        } catch (LastAdministratorException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", "staff.last");
        } catch (StaleAccountException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", "staff.stale");
        }
        return ask(what, id, model);
    }

    /** A link is kept nowhere, and the page that showed it may never have been seen: another takes its place. */
    private String linkAgain(long id, Model model, RedirectAttributes flash) {
        var token = staffAccounts.linkAgain(id);
        if (token.isEmpty()) {
            flash.addFlashAttribute("done", "link");
            return "redirect:" + STAFF;
        }
        model.addAttribute("again", true);
        return link(token.get(), staffAccounts.member(id).fullName(), model);
    }

    /**
     * The page that shows a link, this once. Without a public address it names no host: a request's is anybody's word.
     */
    private String link(Token token, String fullName, Model model) {
        var path = "/invitations/" + token.value();
        var address = properties.address();
        model.addAttribute("fullName", fullName);
        model.addAttribute("absolute", address != null);
        model.addAttribute(
                "link", address == null ? path : address.resolve(path).toString());
        return "staff/link";
    }
}
