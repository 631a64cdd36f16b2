package az.qalxan.access;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.OpenToEveryone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of sign-in, and the way out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final SignInSession session;
    private final DeviceCookie devices;
    private final OidcSignIn providers;
    private final CurrentCaller current;
    private final AsSystem system;
    private final AuditLog audit;

    SignInController(
            SignIn signIn,
            SignInSession session,
            DeviceCookie devices,
            OidcSignIn providers,
            CurrentCaller current,
            AsSystem system,
            AuditLog audit) {
        this.signIn = signIn;
        this.session = session;
        this.devices = devices;
        this.providers = providers;
        this.current = current;
        this.system = system;
        this.audit = audit;
    }

    @GetMapping("/sign-in")
    @OpenToEveryone("this is where people sign in")
    ModelAndView form(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String problem) {
        return page(
                LocalPath.of(next), "", problem == null ? "" : "access.sign-in.provider-refused");
    }

    @PostMapping("/sign-in")
    @OpenToEveryone("this is where people sign in")
    ModelAndView password(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String device = devices.of(request, username);
        FactorCheck check = signIn.password(new SignInAttempt(username, password, device));
        return switch (check) {
            case FactorCheck.Passed passed -> {
                session.half(
                        passed.account(),
                        LocalPath.of(next),
                        new SignInSession.Exchange(request, response));
                yield new ModelAndView("redirect:/sign-in/second-factor");
            }
            case FactorCheck.Failed failed -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield page(LocalPath.of(next), username, "access.sign-in.failed");
            }
        };
    }

    private ModelAndView page(String next, String username, String problem) {
        SignInPage page = new SignInPage(next, username, problem, providers.links());
        return new ModelAndView("access/sign-in", "page", page);
    }

    @PostMapping("/sign-out")
    @OpenToEveryone("whoever is signed in, even half, may leave")
    String signOut(HttpServletRequest request) {
        Optional<Caller> caller = current.get();
        caller.ifPresent(who ->
                system.run(
                        "sign-out",
                        () ->
                                audit.record(
                                        AccessAct.SIGNED_OUT,
                                        AuditSubject.of("account", who.account()))));
        @Nullable HttpSession open = request.getSession(false);
        if (open != null) {
            open.invalidate();
        }
        SecurityContextHolder.clearContext();
        return "redirect:/";
    }
}
