package az.qalxan.cooperation;

import az.qalxan.access.Caller;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.CurrentCaller;
import az.qalxan.casework.CaseDesk;
import az.qalxan.casework.CaseHead;
import az.qalxan.engines.law.RequestKind;
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
    private final CaseLinks links;
    private final CaseDesk cases;
    private final CooperationPack pack;
    private final CurrentCaller callers;
    private final Clock clock;

    NewRequestController(
            Requests requests,
            RequestReading reading,
            LawDesk law,
            CaseLinks links,
            CaseDesk cases,
            CooperationPack pack,
            CurrentCaller callers,
            Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.law = law;
        this.links = links;
        this.cases = cases;
        this.pack = pack;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param typed what was typed, by the names of fields
     * @param wrong what is wrong with it
     * @param caseNumber of the case it is opened from; empty for none
     * @param law what the law says about what was chosen so far; null before
     */
    record NewPage(
            Map<String, String> typed,
            List<Violation> wrong,
            List<String> kinds,
            List<String> countries,
            Map<String, ZoneId> zones,
            String caseNumber,
            @Nullable LawSnapshot law) {

        NewPage {
            typed = Map.copyOf(typed);
            wrong = List.copyOf(wrong);
            kinds = List.copyOf(kinds);
            countries = List.copyOf(countries);
        }

        String value(String field) {
            return typed.getOrDefault(field, "");
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
    @Transactional(readOnly = true)
    public String form(
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "in") String direction,
            @RequestParam(defaultValue = "preservation") String kind,
            Model model) {
        if (!caseNumber.isEmpty()) {
            cases.require(caseNumber);
        }
        String now = FIELD.format(clock.instant().atZone(pack.zone()));
        Map<String, String> typed = Map.of("direction", direction, "kind", kind, "receivedAt", now);
        model.addAttribute("page", page(typed, List.of(), caseNumber));
        return "cooperation/new";
    }

    private NewPage page(Map<String, String> typed, List<Violation> wrong, String caseNumber) {
        return new NewPage(
                typed,
                wrong,
                RequestKinds.ALL.stream().map(RequestKinds::code).toList(),
                List.of(Locale.getISOCountries()).stream()
                        .filter(code -> !code.equals(pack.state()))
                        .toList(),
                pack.zones(),
                caseNumber,
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

    /** What the law says about a kind and a state, as a part of the form; empty before both. */
    @Requires("cooperation:create")
    @GetMapping("/basis")
    public String basis(HttpServletRequest request, Model model) {
        model.addAttribute("law", asked(fields(request)).orElse(null));
        return "cooperation/preview";
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
                model.addAttribute("page", page(fields, bad.violations(), caseNumber));
                yield "cooperation/new";
            }
            case RequestReading.Read good -> {
                RequestNumber number = requests.enter(good.request(), caller.name()).number();
                if (file != null) {
                    links.attach(number, caseNumber, caller);
                }
                yield "redirect:/duty/requests/" + number;
            }
        };
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
