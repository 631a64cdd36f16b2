package az.qalxan.transmission;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every partner's key: entered by one person, decided on by another, ended by anybody who may. */
@Controller
@RequestMapping("/peer-keys")
class KeyController {

    private final Peers peers;
    private final PartnerKeyStore keys;
    private final CurrentCaller callers;
    private final Clock clock;

    KeyController(Peers peers, PartnerKeyStore keys, CurrentCaller callers, Clock clock) {
        this.peers = peers;
        this.keys = keys;
        this.callers = callers;
        this.clock = clock;
    }

    /** All keys, and a form with what was typed. */
    record ListPage(
            List<PartnerKey> keys,
            Peers.KeyForm form,
            List<Violation> violations,
            String account,
            Instant now) {

        ListPage {
            keys = List.copyOf(keys);
            violations = List.copyOf(violations);
        }
    }

    @Requires("transmission:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(@RequestParam(defaultValue = "") String owner, Model model) {
        String usage = owner.isEmpty() || owner.contains("@") ? "smime" : "sign";
        model.addAttribute("page", page(new Peers.KeyForm(owner, usage, ""), List.of()));
        return "transmission/keys";
    }

    private ListPage page(Peers.KeyForm form, List<Violation> violations) {
        return new ListPage(
                keys.all(),
                form,
                violations,
                callers.require().account().toString(),
                clock.instant());
    }

    @Requires("transmission:administer")
    @PostMapping
    @Transactional
    public ModelAndView enter(
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String usage,
            @RequestParam(defaultValue = "") String text) {
        Peers.KeyForm form = new Peers.KeyForm(owner, usage, text);
        List<Violation> wrong = peers.enterKey(callers.require().name(), form);
        if (wrong.isEmpty()) {
            return new ModelAndView("redirect:/peer-keys");
        }
        ModelAndView view = new ModelAndView("transmission/keys", "page", page(form, wrong));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Requires("transmission:decide")
    @PostMapping("/decide")
    String decide(
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String fingerprint,
            @RequestParam(defaultValue = "") String answer) {
        peers.decideKey(
                callers.require(),
                new Peers.PartnerKeyId(owner, fingerprint),
                answer.equals("admit"));
        return "redirect:/peer-keys";
    }

    @Requires("transmission:decide")
    @PostMapping("/end")
    String end(
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String fingerprint) {
        peers.endKey(new Peers.PartnerKeyId(owner, fingerprint));
        return "redirect:/peer-keys";
    }
}
