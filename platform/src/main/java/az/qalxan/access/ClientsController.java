package az.qalxan.access;

import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which administrators give tokens to programs. */
@Controller
@RequestMapping("/access/clients")
class ClientsController {

    private final ApiClients clients;
    private final CurrentCaller callers;
    private final KnownBodies bodies;
    private final Clock clock;

    ClientsController(ApiClients clients, CurrentCaller callers, KnownBodies bodies, Clock clock) {
        this.clients = clients;
        this.callers = callers;
        this.bodies = bodies;
        this.clock = clock;
    }

    @GetMapping
    @Requires("access:administer")
    ModelAndView list() {
        return page(fresh(), List.of(), "");
    }

    private ClientForm fresh() {
        String own = callers.require().body().value();
        return new ClientForm("", own, List.of(), ClientForm.DAYS_USUAL);
    }

    private ModelAndView page(ClientForm form, List<Violation> wrong, String token) {
        ClientsPage page =
                new ClientsPage(
                        clients.newest(), form, wrong, bodies.codes(), token, clock.instant());
        return new ModelAndView("access/clients", "page", page);
    }

    @PostMapping
    @Requires("access:administer")
    ModelAndView register(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(required = false) @Nullable Integer days,
            HttpServletResponse response) {
        ClientForm form = new ClientForm(name, body, roles, days);
        List<Violation> wrong = form.violations();
        if (wrong.isEmpty() && !bodies.mayAdminister(callers.require(), form.client().body())) {
            wrong.add(Violation.at("body", "access.account.body-foreign", form.body()));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return page(form, wrong, "");
        }
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        return page(fresh(), List.of(), clients.register(form.client()));
    }

    @PostMapping("/{id}/revoke")
    @Requires("access:administer")
    String revoke(@PathVariable String id) {
        if (!clients.revoke(AccountsController.read(id))) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return "redirect:/access/clients";
    }
}
