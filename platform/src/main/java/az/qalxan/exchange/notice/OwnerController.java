package az.qalxan.exchange.notice;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.directory.Directory;
import az.qalxan.directory.Organisation;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Owners of networks: who holds what, how they are reached; for their own people too. */
@Controller
@RequestMapping("/notices/owners")
class OwnerController {

    private static final int WORDS_MAX = 200;

    private final Owners owners;
    private final OwnerStore store;
    private final ClaimStore claims;
    private final OwnerNoticeStore notices;
    private final RegistryDesk registry;
    private final PortalPages portal;
    private final Directory directory;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    OwnerController(
            Owners owners,
            OwnerStore store,
            ClaimStore claims,
            OwnerNoticeStore notices,
            RegistryDesk registry,
            PortalPages portal,
            Directory directory,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.owners = owners;
        this.store = store;
        this.claims = claims;
        this.notices = notices;
        this.registry = registry;
        this.portal = portal;
        this.directory = directory;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /** The list, with the claims that wait for a decision. */
    record ListPage(
            List<OwnerStore.Line> lines,
            List<Claim> asked,
            Map<UUID, List<Rival>> rivals,
            String words,
            String account) {

        ListPage {
            rivals = Map.copyOf(rivals);
            lines = List.copyOf(lines);
            asked = List.copyOf(asked);
        }

        boolean mine(Claim claim) {
            return claim.askedAccount().equals(account);
        }
    }

    @Requires("notice:read")
    @GetMapping
    @Transactional
    public String list(@RequestParam(defaultValue = "") String q, Model model) {
        String words = q.strip().substring(0, Math.min(q.strip().length(), WORDS_MAX));
        List<Claim> asked = claims.asked();
        model.addAttribute(
                "page",
                new ListPage(
                        store.lines(words.replaceAll("[%_\\\\]", "")),
                        asked,
                        owners.rivals(asked),
                        words,
                        callers.require().account().toString()));
        return "exchange/notice/owners";
    }

    /** The form with what was typed. */
    record FormPage(
            OwnerForm form,
            List<Violation> violations,
            List<Organisation> bodies,
            List<Owner> superiors) {

        FormPage {
            violations = List.copyOf(violations);
            bodies = List.copyOf(bodies);
            superiors = List.copyOf(superiors);
        }
    }

    private FormPage form(OwnerForm form, List<Violation> wrong) {
        return new FormPage(form, wrong, directory.organisations(), store.superiors());
    }

    @Requires("notice:create")
    @GetMapping("/new")
    @Transactional
    public String blank(Model model) {
        model.addAttribute("page", form(OwnerForm.EMPTY, List.of()));
        return "exchange/notice/owner-form";
    }

    @Requires("notice:create")
    @PostMapping
    @Transactional
    public ModelAndView enter(@ModelAttribute OwnerForm form) {
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            ModelAndView again =
                    new ModelAndView("exchange/notice/owner-form", "page", form(form, wrong));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        UUID id = owners.enter(callers.require(), checked(form));
        return new ModelAndView("redirect:/notices/owners/" + id);
    }

    private OwnerForm.Checked checked(OwnerForm form) {
        try {
            OwnerForm.Checked checked = form.checked();
            boolean known =
                    checked.ownerBody().isEmpty()
                            || directory.organisations().stream()
                                    .anyMatch(
                                            one -> one.code().value().equals(checked.ownerBody()));
            if (known
                    && (checked.superior() == null || store.find(checked.superior()).isPresent())) {
                return checked;
            }
        } catch (IllegalArgumentException e) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        throw ProblemFound.of(WebProblem.NOT_FOUND);
    }

    /**
     * An owner.
     *
     * @param keeps whether the viewer's body keeps the entry
     */
    record OwnerPage(
            Owners.Whole whole,
            List<OwnerNoticeStore.Line> notices,
            String ownerBody,
            String superior,
            boolean keeps,
            Map<UUID, List<Rival>> rivals,
            PortalPages.Portal portal,
            String account,
            Instant now) {

        OwnerPage {
            rivals = Map.copyOf(rivals);
            notices = List.copyOf(notices);
        }

        boolean mine(Claim claim) {
            return claim.askedAccount().equals(account);
        }
    }

    @Requires("notice:read")
    @GetMapping("/{id}")
    @Transactional
    public String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Owners.Whole whole = owners.see(id);
        Caller caller = callers.require();
        Owner owner = whole.owner();
        String body =
                owner.ownerBody().isEmpty()
                        ? ""
                        : names.acronym(
                                new BodyCode(owner.ownerBody()),
                                frames.of(request).text().language());
        String superior =
                owner.superior() == null
                        ? ""
                        : store.find(owner.superior()).map(Owner::name).orElse("");
        model.addAttribute(
                "page",
                new OwnerPage(
                        whole,
                        notices.ofOwner(id),
                        body,
                        superior,
                        owner.body().equals(caller.body().value()),
                        owners.rivals(whole.claims()),
                        portal.of(caller, owner),
                        caller.account().toString(),
                        clock.instant()));
        return "exchange/notice/owner";
    }

    @Requires("notice:create")
    @PostMapping("/{id}/channels")
    String addChannel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String address) {
        owners.addChannel(callers.require(), id, new Owners.Reach(kind, address.strip()));
        return "redirect:/notices/owners/" + id + "#channels";
    }

    @Requires("notice:create")
    @PostMapping("/{id}/channels/{channel}/{state:verified|ended}")
    String moveChannel(
            @PathVariable UUID id, @PathVariable UUID channel, @PathVariable String state) {
        owners.moveChannel(id, channel, state);
        return "redirect:/notices/owners/" + id + "#channels";
    }

    @Requires("notice:update")
    @PostMapping("/{id}/claims")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String since) {
        List<Violation> wrong = new ArrayList<>();
        Optional<OwnerForm.Asked> asked = OwnerForm.claim(kind, value, since, wrong);
        owners.ask(
                callers.require(),
                id,
                asked.orElseThrow(() -> ProblemFound.with(WebProblem.INVALID_INPUT, wrong)));
        return "redirect:/notices/owners/" + id + "#claims";
    }

    @Requires("notice:decide")
    @PostMapping("/claims/{claim}/{verdict:approve|refuse}")
    String decide(
            @PathVariable UUID claim,
            @PathVariable String verdict,
            @RequestParam(defaultValue = "") String reason) {
        UUID owner = owners.decide(callers.require(), claim, verdict.equals("approve"), reason);
        return "redirect:/notices/owners/" + owner + "#claims";
    }

    @Requires("notice:decide")
    @PostMapping("/claims/{claim}/end")
    String end(@PathVariable UUID claim) {
        return "redirect:/notices/owners/" + owners.end(claim) + "#claims";
    }

    /** A registry's file of delegated numbers, in its extended form. */
    @Requires("notice:decide")
    @PostMapping("/registry")
    String registry(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "AZ") String country,
            @RequestParam(defaultValue = "false") boolean shrinks)
            throws IOException {
        List<String> lines = new String(file.getBytes(), StandardCharsets.UTF_8).lines().toList();
        registry.read(
                callers.require(), lines, country.matches("[A-Z]{2}") ? country : "AZ", shrinks);
        return "redirect:/notices/owners";
    }
}
