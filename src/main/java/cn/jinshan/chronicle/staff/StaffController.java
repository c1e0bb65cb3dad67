package cn.jinshan.chronicle.staff;

import cn.jinshan.chronicle.site.Decision;
import cn.jinshan.chronicle.site.RestoredForm;
import cn.jinshan.chronicle.site.SentBefore;
import jakarta.validation.Valid;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of all accounts, for administrators: invitations, roles, disabling. */
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
    ModelAndView invite(
            @Valid @ModelAttribute InvitationForm form,
            BindingResult mistakes,
            @Nullable SentBefore before,
            RedirectAttributes flash) {
        if (before != null) {
            return linkAgain(before.number(), flash);
        }
        if (!mistakes.hasErrors()) {
            try {
                return link(staffAccounts.invite(form.name, form.fullName, Role.valueOf(form.role)), form.fullName);
            } catch (DataIntegrityViolationException e) {
                mistakes.rejectValue("name", "mistake.name.taken");
            }
        }
        return new ModelAndView("staff/new", HttpStatus.UNPROCESSABLE_CONTENT);
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
    ModelAndView change(
            @PathVariable long id,
            @Valid @ModelAttribute AccountForm form,
            BindingResult mistakes,
            RedirectAttributes flash) {
        boolean stale = false;
        if (!mistakes.hasErrors()) {
            try {
                staffAccounts.change(id, form.seen(), form.fullName, Role.valueOf(form.role));
                return done("change", flash);
            } catch (LastAdministratorException e) {
                mistakes.rejectValue("role", "staff.last");
            } catch (ObjectOptimisticLockingFailureException e) {
                stale = true;
                form.show(staffAccounts.member(id).version());
            }
        }
        return new ModelAndView("staff/account", stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("stale", stale)
                .addObject("member", staffAccounts.member(id));
    }

    @GetMapping(ACCOUNT + "/disabling")
    ModelAndView disabling(@PathVariable long id) {
        return ask("disabling", id, HttpStatus.OK);
    }

    @PostMapping(ACCOUNT + "/disabling")
    ModelAndView disable(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        return decide("disabling", id, () -> {
            staffAccounts.disable(id, decision.seen());
            return done("disabling", flash);
        });
    }

    @GetMapping(ACCOUNT + "/enabling")
    ModelAndView enabling(@PathVariable long id) {
        return ask("enabling", id, HttpStatus.OK);
    }

    @PostMapping(ACCOUNT + "/enabling")
    ModelAndView enable(@PathVariable long id, Decision decision, RedirectAttributes flash) {
        return decide("enabling", id, () -> {
            staffAccounts.enable(id, decision.seen());
            return done("enabling", flash);
        });
    }

    @GetMapping(ACCOUNT + "/reset")
    ModelAndView resetting(@PathVariable long id) {
        return ask("reset", id, HttpStatus.OK);
    }

    @PostMapping(ACCOUNT + "/reset")
    ModelAndView reset(
            @PathVariable long id, Decision decision, @Nullable SentBefore before, RedirectAttributes flash) {
        return before != null
                ? linkAgain(id, flash)
                : decide(
                        "reset",
                        id,
                        () -> link(
                                staffAccounts.reset(id, decision.seen()),
                                staffAccounts.member(id).fullName()));
    }

    private ModelAndView ask(String what, long id, HttpStatus status) {
        return new ModelAndView("staff/decision", status)
                .addObject("what", what)
                .addObject("member", staffAccounts.member(id));
    }

    /** Does what was decided, or asks again and says why not. */
    private ModelAndView decide(String what, long id, Supplier<ModelAndView> decision) {
        try {
            return decision.get();
        } catch (LastAdministratorException e) {
            return ask(what, id, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refused", "staff.last");
        } catch (ObjectOptimisticLockingFailureException e) {
            return ask(what, id, HttpStatus.CONFLICT).addObject("refused", "staff.stale");
        }
    }

    private static ModelAndView done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", what);
        return new ModelAndView("redirect:" + STAFF);
    }

    /** A link is kept nowhere, and the page that showed it may never have been seen: another takes its place. */
    private ModelAndView linkAgain(long id, RedirectAttributes flash) {
        return staffAccounts
                .linkAgain(id)
                .map(token -> link(token, staffAccounts.member(id).fullName()).addObject("again", true))
                .orElseGet(() -> done("link", flash));
    }

    /**
     * The page that shows a link, this once. Without a public address it names no host: a request's is anybody's word.
     */
    private ModelAndView link(Token token, String fullName) {
        var path = "/invitations/" + token.value();
        var address = properties.address();
        return new ModelAndView("staff/link")
                .addObject("fullName", fullName)
                .addObject("absolute", address != null)
                .addObject(
                        "link", address == null ? path : address.resolve(path).toString());
    }
}
