package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.directory.PointsAbroad;
import az.qalxan.engines.law.RequestKind;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enters requests by form; what was typed stays when something is wrong. */
@Controller
@RequestMapping("/duty")
class NewRequestController {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Requests requests;
    private final RequestReading reading;
    private final LawDesk law;
    private final PointChoice choice;
    private final CaseLinks links;
    private final CaseDesk cases;
    private final CooperationPack pack;
    private final CurrentCaller callers;
    private final PageFrames frames;
    private final Clock clock;

    NewRequestController(
            Requests requests,
            RequestReading reading,
            LawDesk law,
            PointChoice choice,
            CaseLinks links,
            CaseDesk cases,
            CooperationPack pack,
            CurrentCaller callers,
            PageFrames frames,
            Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.law = law;
        this.choice = choice;
        this.links = links;
        this.cases = cases;
        this.pack = pack;
        this.callers = callers;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param typed what was typed, by the names of fields
     * @param wrong what is wrong with it
     * @param caseNumber of the case it is opened from; empty for none
     * @param points of contact of the state that was chosen
     * @param draft when what is shown was typed, if it was kept from before; null otherwise
     * @param law what the law says about what was chosen so far; null before
     */
    record NewPage(
            Map<String, String> typed,
            List<Violation> wrong,
            List<String> kinds,
            List<String> countries,
            Map<String, ZoneId> zones,
            String caseNumber,
            List<PointsAbroad.Point> points,
            @Nullable Instant draft,
            @Nullable LawSnapshot law) {

        NewPage {
            typed = Map.copyOf(typed);
            wrong = List.copyOf(wrong);
            kinds = List.copyOf(kinds);
            countries = List.copyOf(countries);
            points = List.copyOf(points);
        }

        String value(String field) {
            return typed.getOrDefault(field, "");
        }

        /** The point of contact that was chosen; empty for none. */
        String chosen() {
            return value("chosen");
        }

        boolean is(String field, String value) {
            return value(field).equals(value);
        }

        boolean bad(String field) {
            return wrong.stream().anyMatch(one -> one.location().equals(field));
        }
    }

    @Requires("cooperation:create")
    @GetMapping("/new")
    @Transactional
    public String form(
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "in") String direction,
            @RequestParam(defaultValue = "preservation") String kind,
            HttpServletRequest request,
            Model model) {
        if (!caseNumber.isEmpty()) {
            cases.require(caseNumber);
        }
        String now = FIELD.format(clock.instant().atZone(pack.zone()));
        Optional<FormDraft> draft = FormDraft.of(request, callers.require(), caseNumber);
        Map<String, String> typed =
                draft.map(FormDraft::fields)
                        .orElse(Map.of("direction", direction, "kind", kind, "receivedAt", now));
        Shown shown =
                new Shown(typed, List.of(), caseNumber, draft.map(FormDraft::at).orElse(null));
        model.addAttribute("page", page(shown));
        return "cooperation/new";
    }

    /** The form with the fields that the chosen point of contact knows. */
    @Requires("cooperation:create")
    @PostMapping("/new")
    @Transactional
    public String choose(
            HttpServletRequest request,
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            Model model) {
        if (!caseNumber.isEmpty()) {
            cases.require(caseNumber);
        }
        Map<String, String> typed = fields(request);
        Optional<PointsAbroad.Point> point = choice.chosen(typed);
        Map<String, String> filled =
                point.map(one -> choice.filled(typed, one, frames.of(request).text()))
                        .orElse(typed);
        Map<String, String> shown = new HashMap<>(filled);
        shown.put("chosen", point.map(one -> one.id().toString()).orElse(""));
        FormDraft.keep(request, callers.require(), shown, clock.instant());
        model.addAttribute("page", page(new Shown(shown, List.of(), caseNumber, null)));
        return "cooperation/new";
    }

    /** Keeps what was typed so far, in the person's own session. */
    @Requires("cooperation:create")
    @PostMapping("/new/draft")
    ResponseEntity<Void> keep(HttpServletRequest request) {
        FormDraft.keep(request, callers.require(), fields(request), clock.instant());
        return ResponseEntity.noContent().build();
    }

    @Requires("cooperation:create")
    @PostMapping("/new/discard")
    String discard(
            HttpServletRequest request,
            @RequestParam(name = "case", defaultValue = "") String caseNumber) {
        FormDraft.drop(request);
        return caseNumber.matches("[A-Z0-9-]{1,20}")
                ? "redirect:/duty/new?case=" + caseNumber
                : "redirect:/duty/new";
    }

    /** What the form is to show; {@code draft} as in {@link NewPage}. */
    private record Shown(
            Map<String, String> typed,
            List<Violation> wrong,
            String caseNumber,
            @Nullable Instant draft) {}

    private NewPage page(Shown shown) {
        Map<String, String> typed = shown.typed();
        return new NewPage(
                typed,
                shown.wrong(),
                RequestKinds.ALL.stream().map(RequestKinds::code).toList(),
                List.of(Locale.getISOCountries()).stream()
                        .filter(code -> !code.equals(pack.state()))
                        .toList(),
                pack.zones(),
                shown.caseNumber(),
                choice.of(typed),
                shown.draft(),
                asked(typed).orElse(null));
    }

    private Optional<LawSnapshot> asked(Map<String, String> typed) {
        Optional<RequestKind> kind = RequestKinds.find(typed.getOrDefault("kind", ""));
        String state = typed.getOrDefault("state", "").toUpperCase(Locale.ROOT);
        boolean known =
                List.of(Locale.getISOCountries()).contains(state) && !state.equals(pack.state());
        return kind.filter(any -> known)
                .map(one ->
                        law.choose(
                                new LawDesk.Question(
                                        one,
                                        Direction.of(typed.getOrDefault("direction", "")),
                                        state,
                                        LocalDate.ofInstant(clock.instant(), pack.zone()))));
    }

    /**
     * What the law says about a kind and a state, and whom to reach there, as parts of the form;
     * empty before both.
     */
    @Requires("cooperation:create")
    @GetMapping("/basis")
    @Transactional
    public String basis(HttpServletRequest request, Model model) {
        model.addAttribute("page", page(new Shown(fields(request), List.of(), "", null)));
        return "cooperation/previewed";
    }

    @Requires("cooperation:create")
    @PostMapping("/requests")
    @Transactional
    public String enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            Model model) {
        Caller caller = callers.require();
        Map<String, String> fields = fields(request);
        @Nullable CaseHead file = caseNumber.isEmpty() ? null : cases.require(caseNumber);
        @Nullable CompartmentId inside = file == null ? null : file.compartment();
        @Nullable UUID compartment = inside == null ? null : inside.value();
        Instant now = clock.instant();
        RequestReading.Typed typed =
                new RequestReading.Typed(fields, caller.body(), compartment, caseNumber, now);
        return switch (reading.read(typed, "form", key(fields, caller))) {
            case RequestReading.Unreadable bad -> {
                response.setStatus(422);
                FormDraft.keep(request, caller, fields, now);
                model.addAttribute(
                        "page", page(new Shown(fields, bad.violations(), caseNumber, null)));
                yield "cooperation/new";
            }
            case RequestReading.Read good -> {
                RequestNumber number = requests.enter(good.request(), caller.name()).number();
                if (file != null) {
                    links.attach(number, caseNumber, caller);
                }
                noteChoice(number, fields, caller);
                FormDraft.drop(request);
                yield "redirect:/duty/requests/" + number;
            }
        };
    }

    /** The history says which entry of the directory was used, and what it was worth then. */
    private void noteChoice(RequestNumber number, Map<String, String> fields, Caller caller) {
        Map<String, String> asked = new HashMap<>(fields);
        asked.put("contact", fields.getOrDefault("chosen", ""));
        choice.chosen(asked)
                .ifPresent(point -> requests.notePoint(requests.see(number).head(), point, caller));
    }

    /** The form carries a key, so that a second press of the button enters nothing twice. */
    private static @Nullable String key(Map<String, String> fields, Caller caller) {
        String key = fields.getOrDefault("key", "");
        return key.isEmpty() || key.length() > RequestReading.LINE_MAX
                ? null
                : caller.account() + ":" + key;
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }

    /** A problem of programs: everything wrong at once. */
    static ProblemFound invalid(List<Violation> violations) {
        return ProblemFound.with(WebProblem.INVALID_INPUT, violations);
    }
}
