package az.qalxan.cooperation;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A request to look at, and what is done with it beside its steps. */
@Controller
@RequestMapping("/duty/requests/{number}")
class RequestController {

    static final int WORDS_MIN = 10;
    static final int WORDS_MAX = 10_000;
    private static final String POINT = "point.";

    private final Requests requests;
    private final Dossier dossier;
    private final RequestPages pages;
    private final CaseLinks links;
    private final CurrentCaller callers;

    RequestController(
            Requests requests,
            Dossier dossier,
            RequestPages pages,
            CaseLinks links,
            CurrentCaller callers) {
        this.requests = requests;
        this.dossier = dossier;
        this.pages = pages;
        this.links = links;
        this.callers = callers;
    }

    @Requires("cooperation:read")
    @GetMapping
    @Transactional
    public String page(@PathVariable String number, Model model) {
        RequestLine line = requests.view(Requests.number(number));
        model.addAttribute("page", pages.of(line, callers.require()));
        return "cooperation/request";
    }

    /** Chooses another basis for a reason; {@code clause} blank asks the law again. */
    @Requires("cooperation:decide")
    @PostMapping("/basis")
    String basis(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam String reason) {
        dossier.choose(
                act(number, version), clause, Typed.text("reason", reason, WORDS_MIN, WORDS_MAX));
        return back(number);
    }

    /** What is said to the points of the checklist: fields named {@code point.<id>}. */
    @Requires("cooperation:update")
    @PostMapping("/contents")
    String contents(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam Map<String, String> fields) {
        Map<String, String> said = new HashMap<>();
        fields.forEach((name, words) -> {
            if (name.startsWith(POINT)) {
                said.put(name.substring(POINT.length()), Typed.text(name, words, 0, WORDS_MAX));
            }
        });
        dossier.complete(act(number, version), said);
        return back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/forward")
    String forward(
            @PathVariable String number, @RequestParam int version, @RequestParam String body) {
        if (!body.matches("[a-z0-9-]{0,40}")) {
            throw Dossier.wrong("body", "duty.wrong.body", body);
        }
        dossier.forward(act(number, version), body);
        return back(number);
    }

    /** Ties this request for assistance to the preservation that it follows. */
    @Requires("cooperation:update")
    @PostMapping("/follow")
    String follow(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String preservation) {
        String typed = preservation.strip().toUpperCase(java.util.Locale.ROOT);
        if (!RequestNumber.fits(typed)) {
            throw Dossier.wrong("preservation", "duty.wrong.follows", preservation);
        }
        dossier.follow(act(number, version), new RequestNumber(typed));
        return back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/tasks/{task}/done")
    String done(@PathVariable String number, @PathVariable UUID task, @RequestParam String words) {
        dossier.done(
                Requests.number(number),
                task,
                Typed.text("words", words, 3, WORDS_MAX),
                callers.require());
        return back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/attach")
    String attach(@PathVariable String number, @RequestParam String caseNumber) {
        links.attach(Requests.number(number), caseNumber.strip(), callers.require());
        return back(number);
    }

    @Requires("cooperation:update")
    @PostMapping("/detach")
    String detach(@PathVariable String number, @RequestParam String caseNumber) {
        links.detach(Requests.number(number), caseNumber.strip(), callers.require());
        return back(number);
    }

    private Dossier.Act act(String number, int version) {
        return new Dossier.Act(Requests.number(number), version, callers.require());
    }

    private static String back(String number) {
        return "redirect:/duty/requests/" + number;
    }
}
