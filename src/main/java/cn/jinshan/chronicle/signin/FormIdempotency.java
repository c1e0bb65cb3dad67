package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.journal.Thing;
import cn.jinshan.chronicle.site.SentBefore;
import cn.jinshan.chronicle.staff.Role;
import cn.jinshan.chronicle.staff.SignedIn;
import cn.jinshan.chronicle.staff.StaffController;
import cn.jinshan.chronicle.staff.Token;
import cn.jinshan.chronicle.start.WhileServing;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Filter that makes repeated presses of one form have one result: later presses wait for the first and are redirected
 * where it was. A press that is answered with a page (a mistake, a preview, a conflict) does not count, so that the
 * next one is processed. A form that somebody else opened is not accepted from the present user.
 */
@WhileServing
@Component
class FormIdempotency implements HandlerInterceptor {

    /** How long a press is waited for that nobody has heard of since. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How long it is news what a press has done; later, the page alone says how things stand. */
    private static final Duration NEWS = Duration.ofMinutes(1);

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(40);

    private static final String PRESSED = FormIdempotency.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(FormIdempotency.class);

    private final FormSeal seal;
    private final SentForms forms;
    private final UnsentForms unsentForms;
    private final LostSessionAnswers lostSession;
    private final JsonMapper json;
    private final Clock clock;

    FormIdempotency(
            FormSeal seal,
            SentForms forms,
            UnsentForms unsentForms,
            LostSessionAnswers lostSession,
            JsonMapper json,
            Clock clock) {
        this.seal = seal;
        this.forms = forms;
        this.unsentForms = unsentForms;
        this.lostSession = lostSession;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        var form = HttpMethod.POST.matches(request.getMethod())
                ? seal.opened(request.getParameter(FormKey.FIELD)).orElse(null)
                : null;
        if (form == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (lostSession.isAnothers(form)) {
            lostSession.refuseAnothers(form, request, response);
            return false;
        }
        if (method.hasMethodAnnotation(ResponseBody.class)) {
            return true;
        }
        var press = press(form, FormInput.of(request));
        var before = before(press, form);
        if (before.isEmpty()) {
            request.setAttribute(PRESSED, press);
            return true;
        }
        if (before.get().thing() != null && RestoredFormArgument.isAskedForBy(method, SentBefore.class)) {
            request.setAttribute(
                    SentBefore.class.getName(), new SentBefore(before.get().thing()));
            return true;
        }
        lead(before.get(), request, response);
        return false;
    }

    /** Which press it is: of another button of the same form, or with other words, it is another one. */
    String press(FormKey form, FormInput sent) {
        return new Token(json.writeValueAsString(List.of(form.key(), sent.address(), new TreeMap<>(sent.fields()))))
                .hash();
    }

    /** The result of the earlier press; empty if this counts as the first. */
    private Optional<SentForm> before(String press, FormKey form) {
        while (true) {
            var before = forms.findById(press).orElse(null);
            if (before == null && isFirst(press, form)) {
                return Optional.empty();
            }
            if (before != null && before.isEnded() && before.address() != null) {
                return Optional.of(before);
            }
            if (before != null
                    && (before.isEnded() || before.sent().plus(PATIENCE).isBefore(clock.instant()))) {
                // What failed at its commit is on the disk only once this has been committed too
                if (forms.endIfChanged(press, clock.instant()) == 1) {
                    return Optional.of(before);
                }
                if (takesUp(press, before)) {
                    return Optional.empty();
                }
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    private boolean isFirst(String press, FormKey form) {
        try {
            forms.save(new SentForm(press, form, clock.instant()));
            return true;
        } catch (DataIntegrityViolationException | ConcurrencyFailureException pressedBefore) {
            return false;
        } catch (CannotCreateTransactionException away) {
            throw away;
        } catch (TransactionException uncertain) {
            // It may have been committed, and the next press need not wait for this one
            forms.freeUnchanged(press);
            throw uncertain;
        }
    }

    private boolean takesUp(String press, SentForm before) {
        try {
            return forms.takeUp(press, before.sent(), clock.instant()) == 1;
        } catch (ConcurrencyFailureException stillAtIt) {
            return false;
        }
    }

    private void lead(SentForm before, HttpServletRequest request, HttpServletResponse response) {
        var address = before.address() == null ? page(before.thing()) : before.address();
        if (before.said() != null && before.sent().plus(NEWS).isAfter(clock.instant())) {
            RequestContextUtils.getOutputFlashMap(request)
                    .putAll(json.readValue(before.said(), new TypeReference<Map<String, Object>>() {}));
            RequestContextUtils.saveOutputFlashMap(address, request, response);
        }
        SignInAnswers.lead(response, address);
    }

    /** The page of the changed thing, where the address of the result is not known. */
    private static String page(@Nullable String thing) {
        var page = thing == null ? null : Thing.page(thing);
        var me = SignedIn.now();
        return page == null || me == null || (page.startsWith(StaffController.STAFF) && !me.may(Role.ADMINISTRATOR))
                ? DeskAddress.DESK
                : page;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(PRESSED) instanceof String press)) {
            return;
        }
        var status = HttpStatusCode.valueOf(response.getStatus());
        var address = response.getHeader(HttpHeaders.LOCATION);
        if (failure == null && status.is3xxRedirection() && address != null) {
            unsentForms.forget(SignedIn.now(), request.getParameter(FormFields.KEPT));
            var said = said(request);
            request.setAttribute(AfterTheAnswer.class.getName(), (Runnable)
                    () -> end(() -> forms.end(press, clock.instant(), path(address), said)));
        } else if (failure == null && status.is4xxClientError()) {
            end(() -> forms.free(press));
        } else {
            end(() -> {
                forms.freeUnchanged(press);
                forms.endIfChanged(press, clock.instant());
            });
        }
    }

    private static void end(Runnable result) {
        try {
            result.run();
        } catch (DataAccessException | TransactionException away) {
            // As of a process that fell, the next press has to look
            LOG.debug("How a form ended is not kept", away);
        }
    }

    /** Without the host, which may be anybody's word. */
    private static String path(String location) {
        var address = URI.create(location);
        return address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment());
    }

    private @Nullable String said(HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        return flash == null || flash.isEmpty() ? null : json.writeValueAsString(Map.copyOf(flash));
    }

    /** Notes in the same transaction what the present press has changed. */
    @EventListener
    void note(Journal.Written line) {
        var press = pressed();
        if (press != null && !line.verb().contains("refused")) {
            forms.note(press, line.thing());
        }
    }

    /** The first press that is being worked on; null: there is none. */
    private static @Nullable String pressed() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(PRESSED, RequestAttributes.SCOPE_REQUEST) instanceof String press
                ? press
                : null;
    }
}
