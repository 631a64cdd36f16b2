package az.qalxan.access;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a person keeps the own sign-in. */
@Controller
@RequestMapping("/account")
class OwnAccountController {

    private static final String APP_PATH = "/account/app";

    private final OwnAccount own;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final CurrentCaller callers;

    OwnAccountController(
            OwnAccount own, SecondFactors factors, SignIn signIn, CurrentCaller callers) {
        this.own = own;
        this.factors = factors;
        this.signIn = signIn;
        this.callers = callers;
    }

    @GetMapping
    @Requires("access:update")
    ModelAndView page(HttpServletRequest request) {
        return page(request, List.of());
    }

    private ModelAndView page(HttpServletRequest request, List<Violation> wrong) {
        OwnAccountPage page = own.page(callers.require(), OpenSessions.here(request), wrong);
        return new ModelAndView("access/own-account", "page", page);
    }

    @PostMapping("/password")
    @Requires("access:update")
    ModelAndView password(
            @RequestParam String password,
            @RequestParam String wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        own.confirm(callers.require(), password);
        List<Violation> wrong =
                own.changePassword(callers.require(), wanted, OpenSessions.here(request));
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return page(request, wrong);
        }
        return back();
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/recovery-codes")
    @Requires("access:update")
    ModelAndView recoveryCodes(@RequestParam String password, HttpServletResponse response) {
        own.confirm(callers.require(), password);
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        List<String> codes = factors.drawRecoveryCodes(callers.require().account());
        return new ModelAndView(
                "access/recovery-codes", "page", new RecoveryCodesPage(codes, "/account"));
    }

    @PostMapping("/sessions/{handle}/end")
    @Requires("access:update")
    ModelAndView endSession(@PathVariable String handle) {
        own.endSession(callers.require(), read(handle));
        return back();
    }

    private static UUID read(String handle) {
        try {
            return UUID.fromString(handle);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    @PostMapping("/sessions/end-others")
    @Requires("access:update")
    ModelAndView endOthers(HttpServletRequest request) {
        own.endOtherSessions(callers.require(), OpenSessions.here(request));
        return back();
    }

    @PostMapping("/passkeys/{id}/remove")
    @Requires("access:update")
    ModelAndView removePasskey(@PathVariable String id, @RequestParam String password) {
        own.confirm(callers.require(), password);
        own.removePasskey(callers.require(), credential(id));
        return back();
    }

    private static byte[] credential(String id) {
        try {
            return Passkey.bytes(id);
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
    }

    @PostMapping("/app/remove")
    @Requires("access:update")
    ModelAndView removeApp(@RequestParam String password) {
        own.confirm(callers.require(), password);
        own.removeApp(callers.require());
        return back();
    }

    @GetMapping("/app")
    @Requires("access:update")
    ModelAndView app() {
        AccountId id = callers.require().account();
        return factors.hasApp(id) ? back() : enrolment(factors.account(id), "");
    }

    private ModelAndView enrolment(Account account, String problem) {
        TotpSecret secret = factors.offered(account.id());
        EnrolPage page =
                new EnrolPage(
                        account.username().value(),
                        secret.base32(),
                        secret.uri(account.username()),
                        APP_PATH,
                        problem);
        return new ModelAndView("access/enrol", "page", page);
    }

    @GetMapping("/app/picture")
    @Requires("access:update")
    ResponseEntity<String> picture() {
        Account account = factors.account(callers.require().account());
        if (factors.hasApp(account.id())) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(QrPicture.svg(factors.offered(account.id()).uri(account.username())));
    }

    @PostMapping("/app")
    @Requires("access:update")
    ModelAndView enrol(@RequestParam @Nullable String code, HttpServletResponse response) {
        AccountId id = callers.require().account();
        if (factors.hasApp(id)) {
            return back();
        }
        if (!signIn.confirmApp(id, code == null ? "" : code)) {
            response.setStatus(422);
            return enrolment(factors.account(id), "access.enrol.failed");
        }
        return back();
    }
}
