package az.qalxan.exchange.poll;

import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.ThreatCollection;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Servers of other CERTs: which there are, how it goes, what came. */
@Controller
@RequestMapping("/exchange/remotes")
class RemoteController {

    private static final String HERE = "redirect:/exchange/remotes/";

    private final RemoteDesk desk;
    private final CurrentCaller callers;

    RemoteController(RemoteDesk desk, CurrentCaller callers) {
        this.desk = desk;
        this.callers = callers;
    }

    /** The list. */
    record ListPage(List<RemoteServer> remotes) {

        ListPage {
            remotes = List.copyOf(remotes);
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", new ListPage(desk.all()));
        return "exchange/poll/remotes";
    }

    /** The form with what was typed. */
    record FormPage(
            RemoteForm form, List<Violation> violations, List<ThreatCollection> collections) {

        FormPage {
            violations = List.copyOf(violations);
            collections = List.copyOf(collections);
        }
    }

    @Requires("exchange:update")
    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", form(RemoteForm.usual(), List.of()));
        return "exchange/poll/remote-form";
    }

    private FormPage form(RemoteForm form, List<Violation> violations) {
        return new FormPage(form, violations, desk.targets(callers.require()));
    }

    @Requires("exchange:update")
    @PostMapping
    ModelAndView register(@ModelAttribute RemoteForm form) {
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            return again(form, wrong);
        }
        try {
            return new ModelAndView(HERE + desk.register(callers.require(), form));
        } catch (ProblemFound e) {
            return again(form, e.violations());
        }
    }

    private ModelAndView again(RemoteForm form, List<Violation> wrong) {
        ModelAndView view =
                new ModelAndView("exchange/poll/remote-form", "page", form(form, wrong));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /**
     * A server with what came from it last.
     *
     * @param mine whether the viewer registered it
     */
    record RemotePageModel(
            RemoteServer remote, boolean mine, List<RemoteArrivalStore.Line> arrivals) {

        RemotePageModel {
            arrivals = List.copyOf(arrivals);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, Model model) {
        RemoteServer remote = desk.require(id);
        model.addAttribute("page", new RemotePageModel(remote, mine(remote), desk.arrivals(id)));
        return "exchange/poll/remote";
    }

    private boolean mine(RemoteServer remote) {
        return remote.admission().registrant().equals(callers.require().account().toString());
    }

    @Requires("exchange:decide")
    @PostMapping("/{id}/admit")
    String admit(@PathVariable UUID id) {
        desk.admit(callers.require(), desk.require(id).id());
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/now")
    String now(@PathVariable UUID id) {
        desk.hurry(desk.require(id).id());
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/stop")
    String stop(@PathVariable UUID id) {
        desk.stop(desk.require(id).id());
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/resume")
    String resume(@PathVariable UUID id) {
        desk.resume(desk.require(id).id());
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/password")
    String password(@PathVariable UUID id, @RequestParam(defaultValue = "") String password) {
        desk.changePassword(id, password);
        return HERE + id;
    }
}
