package az.qalxan.exchange;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.web.PageFrames;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refused objects, and who speaks as whom. */
@Controller
@RequestMapping("/exchange")
class GuardController {

    private final GuardDesk desk;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;

    GuardController(GuardDesk desk, BodyNames names, CurrentCaller callers, PageFrames frames) {
        this.desk = desk;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
    }

    /** A refused object with the name of its sender's body. */
    record Refused(QuarantineStore.Kept kept, String body) {}

    /** The list of refused objects. */
    record QuarantinePage(List<Refused> refused) {

        QuarantinePage {
            refused = List.copyOf(refused);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/quarantine")
    String quarantine(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        model.addAttribute(
                "page",
                new QuarantinePage(
                        desk.refused().stream()
                                .map(one -> new Refused(one, name(one.body(), text)))
                                .toList()));
        return "exchange/quarantine";
    }

    private String name(String body, Text text) {
        return names.acronym(new BodyCode(body), text.language());
    }

    @Requires("exchange:update")
    @PostMapping("/quarantine/{id}/seen")
    String seen(@PathVariable UUID id) {
        desk.see(callers.require(), id);
        return "redirect:/exchange/quarantine";
    }

    /**
     * A body's word that an identity is its own.
     *
     * @param own whether it is the viewer's body
     * @param mine whether the viewer said so
     */
    record Spoken(SpeakerStore.Speaker speaker, String body, boolean own, boolean mine) {}

    /** Who speaks as whom. */
    record SpeakersPage(List<Spoken> speakers) {

        SpeakersPage {
            speakers = List.copyOf(speakers);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/speakers")
    String speakers(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        Caller caller = callers.require();
        model.addAttribute(
                "page",
                new SpeakersPage(
                        desk.speakers().stream()
                                .map(one ->
                                        new Spoken(
                                                one,
                                                name(one.body(), text),
                                                one.body().equals(caller.body().value()),
                                                one.claimant().equals(caller.account().toString())))
                                .toList()));
        return "exchange/speakers";
    }

    @Requires("exchange:update")
    @PostMapping("/speakers")
    String claim(@RequestParam(defaultValue = "") String identity) {
        desk.claim(callers.require(), identity.strip());
        return "redirect:/exchange/speakers";
    }

    @Requires("exchange:decide")
    @PostMapping("/speakers/confirm")
    String confirm(@RequestParam(defaultValue = "") String identity) {
        desk.confirm(callers.require(), identity.strip());
        return "redirect:/exchange/speakers";
    }

    @Requires("exchange:update")
    @PostMapping("/speakers/give-up")
    String giveUp(@RequestParam(defaultValue = "") String identity) {
        desk.giveUp(identity.strip());
        return "redirect:/exchange/speakers";
    }
}
