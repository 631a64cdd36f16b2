package az.qalxan.exchange.knowledge;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.CurrentCaller;
import az.qalxan.exchange.StixMoment;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A value, an object with what hangs together with it, lists, and how good senders are. */
@Controller
@RequestMapping("/exchange/knowledge")
class KnownObjectController {

    private static final int REASON_MIN = 10;
    private static final int REASON_MAX = 2_000;

    /** The types that lists offer; any other can be asked for. */
    static final List<String> TYPES =
            List.of(
                    "indicator",
                    "threat-actor",
                    "intrusion-set",
                    "campaign",
                    "malware",
                    "tool",
                    "attack-pattern",
                    "infrastructure",
                    "vulnerability",
                    "report",
                    "sighting",
                    "opinion");

    private final KnownObjects objects;
    private final Verdicts verdicts;
    private final ValueReading reading;
    private final KnowledgePack pack;
    private final SenderQuality quality;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final Clock clock;

    KnownObjectController(
            KnownObjects objects,
            Verdicts verdicts,
            ValueReading reading,
            KnowledgePack pack,
            SenderQuality quality,
            BodyNames names,
            CurrentCaller callers,
            Clock clock) {
        this.objects = objects;
        this.verdicts = verdicts;
        this.reading = reading;
        this.pack = pack;
        this.quality = quality;
        this.names = names;
        this.callers = callers;
        this.clock = clock;
    }

    /** A value's page. */
    record ValuePage(
            KnownObjects.ValueView view, GraphDrawing drawing, Instant now, BodyNames names) {

        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }
    }

    @Requires("exchange:read")
    @GetMapping("/value")
    String value(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        KnownValue known =
                ValueKind.ofCode(kind)
                        .flatMap(one -> reading.of(one, value))
                        .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
        KnownObjects.ValueView view =
                objects.value(callers.require(), known, StixMoment.instant(before).orElse(null));
        model.addAttribute(
                "page", new ValuePage(view, GraphDrawing.of(view.graph()), clock.instant(), names));
        return "exchange/knowledge/value";
    }

    /**
     * An object's page.
     *
     * @param said whether something was just said, and how: put, kept or none
     */
    record ObjectPage(
            ObjectView view,
            GraphDrawing drawing,
            KnowledgePack pack,
            BodyNames names,
            Instant now,
            String said) {

        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }

        /** Why a value is everybody's; empty where it is not known to be. */
        String shared(KnownValue value, Text text) {
            return pack.shared(value).map(one -> one.why().in(text.language().code())).orElse("");
        }

        boolean over() {
            return view.newest().term().over(now);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/objects/{id}")
    String object(
            @PathVariable String id, @RequestParam(defaultValue = "") String said, Model model) {
        ObjectView view = objects.object(callers.require(), id);
        model.addAttribute(
                "page",
                new ObjectPage(
                        view, GraphDrawing.of(view.graph()), pack, names, clock.instant(), said));
        return "exchange/knowledge/object";
    }

    @Requires("exchange:create")
    @PostMapping("/objects/{id}/verdict")
    String say(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable UUID collection,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason) {
        String words = reason.strip();
        boolean sized = words.length() >= REASON_MIN && words.length() <= REASON_MAX;
        if (collection == null || !List.of("false", "confirmed").contains(verdict)) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        if (!sized || words.indexOf('\0') >= 0) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "reason", "knowledge.wrong.reason", REASON_MIN, REASON_MAX)));
        }
        verdicts.say(
                callers.require(),
                new Verdicts.Said(collection, id, verdict.equals("confirmed"), words));
        return "redirect:" + StoredObject.page(id) + "?said=verdict#verdicts";
    }

    @Requires("exchange:create")
    @PostMapping("/objects/{id}/seen")
    String seen(
            @PathVariable String id, @RequestParam(required = false) @Nullable UUID collection) {
        if (collection == null) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        String told = verdicts.tellSeen(callers.require(), collection, id);
        return "redirect:"
                + StoredObject.page(id)
                + (told.isEmpty() ? "?said=not-put" : "?said=seen")
                + "#seen";
    }

    /** A list of objects of a type. */
    record TypePage(
            String type,
            List<String> types,
            List<StoredObject> objects,
            @Nullable Instant next,
            Instant now,
            BodyNames names) {

        TypePage {
            types = List.copyOf(types);
            objects = List.copyOf(objects);
        }

        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }
    }

    @Requires("exchange:read")
    @GetMapping("/objects")
    String list(
            @RequestParam(defaultValue = "indicator") String type,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Optional<Instant> from = StixMoment.instant(before);
        String asked = type.indexOf('\0') >= 0 ? "" : type.strip();
        List<StoredObject> found = objects.ofType(callers.require(), asked, from.orElse(null));
        boolean more = found.size() > KnownObjects.PAGE;
        List<StoredObject> shown = more ? found.subList(0, KnownObjects.PAGE) : found;
        model.addAttribute(
                "page",
                new TypePage(
                        asked,
                        TYPES,
                        shown,
                        more ? shown.getLast().added() : null,
                        clock.instant(),
                        names));
        return "exchange/knowledge/objects";
    }

    /** Senders with what became of their indicators. */
    record SendersPage(List<SenderQuality.Sender> senders, BodyNames names) {

        SendersPage {
            senders = List.copyOf(senders);
        }

        String body(String code, Text text) {
            return names.acronym(new BodyCode(code), text.language());
        }
    }

    @Requires("exchange:read")
    @GetMapping("/senders")
    @Transactional(readOnly = true)
    public String senders(Model model) {
        model.addAttribute("page", new SendersPage(quality.all(), names));
        return "exchange/knowledge/senders";
    }
}
