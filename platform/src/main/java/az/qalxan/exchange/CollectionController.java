package az.qalxan.exchange;

import az.qalxan.access.BodyCode;
import az.qalxan.access.BodyNames;
import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.web.PageFrames;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Text;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Collections: what is in them, who may read and write them. */
@Controller
@RequestMapping("/exchange")
class CollectionController {

    private static final int PAGE = 50;
    private static final int DELIVERIES = 15;

    private final CollectionDesk desk;
    private final ShownDesk shown;
    private final BodyNames names;
    private final CurrentCaller callers;
    private final PageFrames frames;

    CollectionController(
            CollectionDesk desk,
            ShownDesk shown,
            BodyNames names,
            CurrentCaller callers,
            PageFrames frames) {
        this.desk = desk;
        this.shown = shown;
        this.names = names;
        this.callers = callers;
        this.frames = frames;
    }

    /** A line of the list. */
    record Line(Reachable place, String body, boolean own, ShownStore.Size size) {

        boolean countedOut() {
            return size.objects() > ShownStore.COUNTED_MAX;
        }
    }

    /** The list. */
    record ListPage(List<Line> lines) {

        ListPage {
            lines = List.copyOf(lines);
        }
    }

    @Requires("exchange:read")
    @GetMapping
    String list(HttpServletRequest request, Model model) {
        Text text = frames.of(request).text();
        List<Reachable> all = desk.all();
        Map<UUID, ShownStore.Size> sizes =
                shown.sizes(all.stream().map(one -> one.collection().id()).toList());
        List<Line> lines = all.stream().map(one -> line(one, sizes, text)).toList();
        model.addAttribute("page", new ListPage(lines));
        return "exchange/collections";
    }

    private Line line(Reachable place, Map<UUID, ShownStore.Size> sizes, Text text) {
        ThreatCollection collection = place.collection();
        return new Line(
                place,
                name(collection.body(), text),
                own(collection),
                sizes.getOrDefault(collection.id(), new ShownStore.Size(0, null)));
    }

    private String name(String body, Text text) {
        return body.equals(Permit.EVERYBODY)
                ? text.of("permit.everybody")
                : names.acronym(new BodyCode(body), text.language());
    }

    private boolean own(ThreatCollection collection) {
        return collection.body().equals(callers.require().body().value());
    }

    /** The form with what was typed. */
    record FormPage(
            CollectionForm form,
            List<Violation> violations,
            @Nullable ThreatCollection collection) {

        FormPage {
            violations = List.copyOf(violations);
        }
    }

    @Requires("exchange:update")
    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("page", new FormPage(CollectionForm.usual(), List.of(), null));
        return "exchange/collection-form";
    }

    @Requires("exchange:update")
    @PostMapping
    ModelAndView open(@ModelAttribute CollectionForm form) {
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            return again(new FormPage(form, wrong, null));
        }
        return here(desk.open(callers.require(), form));
    }

    private static ModelAndView again(FormPage page) {
        ModelAndView view = new ModelAndView("exchange/collection-form", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView here(UUID id) {
        return new ModelAndView("redirect:/exchange/collections/" + id);
    }

    private Reachable see(UUID id) {
        return desk.find(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** What a body may do, with its name. */
    record Allowed(Permit permit, String name) {}

    /** Somebody who received something. */
    record Received(DeliveryStore.Delivery delivery, String body) {}

    /**
     * A collection.
     *
     * @param type the type shown; empty for all
     * @param next before which moment the next page is; null at the end
     * @param bodies whom it may be opened to
     */
    record CollectionPage(
            Line line,
            List<ShownVersion> objects,
            String type,
            @Nullable Instant next,
            List<Allowed> permits,
            List<Received> received,
            Map<String, String> bodies) {

        CollectionPage {
            objects = List.copyOf(objects);
            permits = List.copyOf(permits);
            received = List.copyOf(received);
            bodies = Map.copyOf(bodies);
        }
    }

    @Requires("exchange:read")
    @GetMapping("/collections/{id}")
    String page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Model model) {
        Reachable place = see(id);
        Text text = frames.of(request).text();
        Optional<Instant> from = StixMoment.instant(before);
        List<ShownVersion> objects =
                place.canRead()
                        ? shown.list(
                                callers.require(),
                                id,
                                new ShownStore.Asked(type.strip(), from.orElse(null), PAGE + 1))
                        : List.of();
        boolean more = objects.size() > PAGE;
        List<ShownVersion> some = more ? objects.subList(0, PAGE) : objects;
        model.addAttribute(
                "page",
                new CollectionPage(
                        line(place, shown.sizes(List.of(id)), text),
                        some,
                        type.strip(),
                        more ? some.getLast().added() : null,
                        permits(id, text),
                        received(id, text),
                        others(place.collection(), text)));
        return "exchange/collection";
    }

    private List<Allowed> permits(UUID id, Text text) {
        return desk.permits(id).stream()
                .map(one -> new Allowed(one, name(one.body(), text)))
                .toList();
    }

    private List<Received> received(UUID id, Text text) {
        return shown.deliveries(id, DELIVERIES).stream()
                .map(one -> new Received(one, name(one.body(), text)))
                .toList();
    }

    private Map<String, String> others(ThreatCollection collection, Text text) {
        Map<String, String> others = new java.util.HashMap<>();
        others.put(Permit.EVERYBODY, name(Permit.EVERYBODY, text));
        names.all().stream()
                .filter(one -> !one.value().equals(collection.body()))
                .forEach(one -> others.put(one.value(), name(one.value(), text)));
        return others;
    }

    @Requires("exchange:update")
    @GetMapping("/collections/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        ThreatCollection collection = mine(id);
        model.addAttribute(
                "page", new FormPage(CollectionForm.of(collection), List.of(), collection));
        return "exchange/collection-form";
    }

    private ThreatCollection mine(UUID id) {
        ThreatCollection collection = see(id).collection();
        if (!own(collection)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        return collection;
    }

    @Requires("exchange:update")
    @PostMapping("/collections/{id}")
    ModelAndView change(
            @PathVariable UUID id, @RequestParam int version, @ModelAttribute CollectionForm form) {
        ThreatCollection collection = mine(id);
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            return again(new FormPage(form, wrong, collection));
        }
        desk.change(id, version, form);
        return here(id);
    }

    @Requires("exchange:update")
    @PostMapping("/collections/{id}/close")
    ModelAndView close(@PathVariable UUID id) {
        mine(id);
        desk.close(id);
        return here(id);
    }

    @Requires("exchange:update")
    @PostMapping("/collections/{id}/reopen")
    ModelAndView reopen(@PathVariable UUID id) {
        mine(id);
        desk.reopen(id);
        return here(id);
    }

    /** What was typed of a permit. */
    record PermitForm(@Nullable String body, @Nullable String read, @Nullable String write) {}

    @Requires("exchange:update")
    @PostMapping("/collections/{id}/permits")
    ModelAndView permit(
            @PathVariable UUID id, @ModelAttribute PermitForm form, HttpServletRequest request) {
        Caller caller = callers.require();
        ThreatCollection collection = mine(id);
        String body = form.body() == null ? "" : form.body();
        Optional<Handling> read = CollectionForm.marking(form.read());
        Optional<Handling> write = CollectionForm.marking(form.write());
        Map<String, String> others = others(collection, frames.of(request).text());
        // Where nobody owns bodies there is no list of them.
        boolean known = others.containsKey(body) || (others.size() == 1 && !body.isEmpty());
        if (!known || (read.isEmpty() && write.isEmpty())) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        desk.permit(
                caller,
                id,
                new CollectionDesk.Allowed(
                        body,
                        read.isPresent(),
                        write.isPresent(),
                        read.orElse(Handling.CLEAR),
                        write.orElse(Handling.CLEAR)));
        return here(id);
    }

    @Requires("exchange:update")
    @PostMapping("/collections/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam String body) {
        mine(id);
        desk.withdraw(id, body);
        return here(id);
    }
}
