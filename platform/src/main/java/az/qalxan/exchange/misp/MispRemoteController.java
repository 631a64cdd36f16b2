package az.qalxan.exchange.misp;

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
import org.springframework.web.servlet.ModelAndView;

/** MISP servers and feeds of other CERTs: which there are, how it goes, what was refused. */
@Controller
@RequestMapping("/exchange/misp/remotes")
class MispRemoteController {

    private static final String HERE = "redirect:/exchange/misp/remotes/";

    private final MispRemoteDesk desk;
    private final MispPageDesk pages;
    private final CurrentCaller callers;

    MispRemoteController(MispRemoteDesk desk, MispPageDesk pages, CurrentCaller callers) {
        this.desk = desk;
        this.pages = pages;
        this.callers = callers;
    }

    /** The list and the form with what was typed. */
    record ListPage(
            List<MispRemote> remotes,
            MispRemoteForm form,
            List<Violation> violations,
            List<ThreatCollection> targets) {

        ListPage {
            remotes = List.copyOf(remotes);
            violations = List.copyOf(violations);
            targets = List.copyOf(targets);
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String list(Model model) {
        model.addAttribute("page", list(MispRemoteForm.usual(), List.of()));
        return "exchange/misp/remotes";
    }

    private ListPage list(MispRemoteForm form, List<Violation> wrong) {
        return new ListPage(desk.all(), form, wrong, pages.targets(callers.require()));
    }

    @Requires("exchange:update")
    @PostMapping
    ModelAndView register(@ModelAttribute MispRemoteForm form) {
        try {
            return new ModelAndView(HERE + desk.register(callers.require(), form));
        } catch (ProblemFound e) {
            ModelAndView view =
                    new ModelAndView("exchange/misp/remotes", "page", list(form, e.violations()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    /**
     * One of them.
     *
     * @param counts of events taken, refused and pushed
     * @param mine whether the caller registered it, and so cannot admit it
     */
    record RemotePage(
            MispRemote remote,
            List<Integer> counts,
            List<MispRemoteStore.Refused> refused,
            boolean mine) {

        RemotePage {
            counts = List.copyOf(counts);
            refused = List.copyOf(refused);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/{id}")
    String page(@PathVariable UUID id, Model model) {
        MispRemote remote = desk.require(id);
        boolean mine = remote.registrant().equals(callers.require().account().toString());
        model.addAttribute("page", new RemotePage(remote, desk.counts(id), desk.refused(id), mine));
        return "exchange/misp/remote";
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/admit")
    String admit(@PathVariable UUID id) {
        desk.admit(callers.require(), id);
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/now")
    String now(@PathVariable UUID id) {
        desk.hurry(id);
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/stop")
    String stop(@PathVariable UUID id) {
        desk.stop(id, true);
        return HERE + id;
    }

    @Requires("exchange:update")
    @PostMapping("/{id}/resume")
    String resume(@PathVariable UUID id) {
        desk.stop(id, false);
        return HERE + id;
    }
}
