package az.qalxan.transmission;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Peers, partners' keys and what has to be told about them. */
@Controller
@RequestMapping("/peers")
class PeerController {

    private final Peers peers;
    private final PeerStore store;
    private final PartnerKeyStore keys;
    private final AlarmStore alarms;
    private final PeerDesk desk;
    private final PeerAddresses addresses;
    private final AuditLog audit;
    private final CurrentCaller callers;
    private final Clock clock;

    PeerController(
            Peers peers,
            PeerStore store,
            PartnerKeyStore keys,
            AlarmStore alarms,
            PeerDesk desk,
            PeerAddresses addresses,
            AuditLog audit,
            CurrentCaller callers,
            Clock clock) {
        this.peers = peers;
        this.store = store;
        this.keys = keys;
        this.alarms = alarms;
        this.desk = desk;
        this.addresses = addresses;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** All peers, all alarms, and how this instance introduces itself. */
    record ListPage(
            List<Peer> peers,
            List<AlarmStore.Alarm> alarms,
            PeerDesk.Introduction own,
            Instant now) {

        ListPage {
            peers = List.copyOf(peers);
            alarms = List.copyOf(alarms);
        }
    }

    @Requires("transmission:read")
    @GetMapping
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute(
                "page",
                new ListPage(store.all(), alarms.all(), desk.introduction(), clock.instant()));
        return "transmission/peers";
    }

    /** Takes note of an alarm. */
    @Requires("transmission:update")
    @PostMapping("/alarms/{id}/note")
    @Transactional
    public String note(@PathVariable UUID id) {
        if (!alarms.note(id, callers.require().name())) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(TransmissionAct.ALARM_NOTED, AuditSubject.of("alarm", id));
        return "redirect:/peers";
    }

    /** The form of a new peer with what was typed and what is wrong with it. */
    record FormPage(PeerForm form, List<Violation> violations) {

        FormPage {
            violations = List.copyOf(violations);
        }
    }

    @Requires("transmission:administer")
    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("page", new FormPage(PeerForm.EMPTY, List.of()));
        return "transmission/peer-form";
    }

    /** The form as a browser sends it. */
    record Sent(
            @Nullable String code,
            @Nullable String name,
            @Nullable String instance,
            @Nullable String address,
            @Nullable String bodies,
            @Nullable String tls,
            @Nullable String sign) {

        PeerForm form() {
            return new PeerForm(
                    text(code).strip(),
                    text(name),
                    text(instance),
                    text(address),
                    text(bodies),
                    text(tls),
                    text(sign));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    @Requires("transmission:administer")
    @PostMapping
    ModelAndView enter(@ModelAttribute Sent sent) {
        PeerForm form = sent.form();
        List<Violation> wrong = peers.enter(callers.require().name(), form);
        if (wrong.isEmpty()) {
            return new ModelAndView("redirect:/peers/" + form.code());
        }
        ModelAndView view =
                new ModelAndView("transmission/peer-form", "page", new FormPage(form, wrong));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /**
     * A peer with its keys.
     *
     * @param own whether the caller entered it and may not admit it
     * @param address a new one that waits for a second person; null for none
     */
    record PeerPage(
            Peer peer,
            List<PartnerKey> keys,
            boolean own,
            PeerAddresses.@Nullable Proposed address,
            String account,
            Instant now,
            List<Violation> violations) {

        PeerPage {
            keys = List.copyOf(keys);
            violations = List.copyOf(violations);
        }
    }

    @Requires("transmission:read")
    @GetMapping("/{code}")
    @Transactional(readOnly = true)
    public String peer(@PathVariable String code, Model model) {
        model.addAttribute("page", page(code, List.of()));
        return "transmission/peer";
    }

    private PeerPage page(String code, List<Violation> violations) {
        Peer peer = peers.find(code);
        String account = callers.require().account().toString();
        return new PeerPage(
                peer,
                keys.of(code),
                peer.people().enteredBy().equals(account),
                addresses.waiting(code).orElse(null),
                account,
                clock.instant(),
                violations);
    }

    @Requires("transmission:decide")
    @PostMapping("/{code}/decide")
    String decide(@PathVariable String code, @RequestParam(defaultValue = "") String answer) {
        Caller caller = callers.require();
        peers.decide(caller, code, answer.equals("admit"));
        return answer.equals("admit") ? "redirect:/peers/" + code : "redirect:/peers";
    }

    @Requires("transmission:administer")
    @PostMapping("/{code}/address")
    @Transactional
    public ModelAndView move(@PathVariable String code, @RequestParam String address) {
        List<Violation> wrong = addresses.propose(code, address, callers.require());
        if (wrong.isEmpty()) {
            return new ModelAndView("redirect:/peers/" + code);
        }
        ModelAndView view = new ModelAndView("transmission/peer", "page", page(code, wrong));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @Requires("transmission:decide")
    @PostMapping("/{code}/address/decide")
    String decideAddress(
            @PathVariable String code, @RequestParam(defaultValue = "") String answer) {
        addresses.decide(code, answer.equals("admit"), callers.require());
        return "redirect:/peers/" + code;
    }

    @Requires("transmission:decide")
    @PostMapping("/{code}/shut")
    String shut(@PathVariable String code) {
        peers.shut(code);
        return "redirect:/peers/" + code;
    }
}
