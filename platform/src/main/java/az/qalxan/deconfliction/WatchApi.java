package az.qalxan.deconfliction;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watch lists for programs. */
@RestController
@RequestMapping("/api/watches")
@Tag(name = "Watch lists")
class WatchApi {

    private static final int ROWS = 100;

    private final Watches watches;
    private final WatchStore store;
    private final CurrentCaller callers;

    WatchApi(Watches watches, WatchStore store, CurrentCaller callers) {
        this.watches = watches;
        this.store = store;
        this.callers = callers;
    }

    /** An entry; a card's number is masked. */
    record Entry(
            UUID id,
            String kind,
            String identifier,
            String body,
            String owner,
            String ground,
            String purpose,
            String handling,
            Instant madeAt,
            Instant until,
            String state) {

        static Entry of(Watch one) {
            return new Entry(
                    one.id(),
                    one.kind(),
                    one.value(),
                    one.body(),
                    one.owner(),
                    one.ground(),
                    one.purpose(),
                    one.handling().label(),
                    one.createdAt(),
                    one.until(),
                    one.state().code());
        }
    }

    /** A page of entries; {@code after} is the id to go on from, null on the last page. */
    record Page(List<Entry> watches, @Nullable UUID after) {}

    @Operation(
            summary = "The watch list",
            description = "show: live, ending, news, over, all. mine=1: the caller's own entries.")
    @Requires("deconfliction:read")
    @GetMapping
    Page list(@ModelAttribute WatchController.Asked asked) {
        List<Watch> found = watches.page(callers.require(), asked.filter(), ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Watch> shown = more ? found.subList(0, ROWS) : found;
        return new Page(shown.stream().map(Entry::of).toList(), more ? shown.getLast().id() : null);
    }

    /** An entry with the reports of the own body in which its identifier appeared. */
    record Whole(Entry watch, List<UUID> reports) {}

    @Operation(summary = "One entry; the view is recorded")
    @Requires("deconfliction:read")
    @GetMapping("/{id}")
    @org.springframework.transaction.annotation.Transactional
    public Whole one(@PathVariable UUID id) {
        Watch watch = watches.view(callers.require(), id);
        Whole whole = new Whole(Entry.of(watch), store.reports(id, ROWS));
        watches.seen(callers.require(), watch);
        return whole;
    }

    /** What is to be watched; {@code until} is the last day, ISO 8601. */
    record Wanted(
            @Nullable String identifier,
            @Nullable String ground,
            @Nullable String purpose,
            @Nullable String handling,
            @Nullable String until) {

        WatchForm form() {
            String line = text(identifier).replaceAll("\\R", " ");
            return new WatchForm(
                    line,
                    text(ground),
                    text(purpose),
                    handling == null ? WatchForm.EMPTY.handling() : handling,
                    text(until));
        }
    }

    @Operation(
            summary = "Watch an identifier",
            description =
                    "201: watched from now on. 422: every wrong field is listed. 429: the person"
                            + " watches as much as one may.")
    @Requires("deconfliction:create")
    @PostMapping
    ResponseEntity<HitApi.Made> add(@RequestBody Wanted wanted) {
        List<UUID> added = watches.add(callers.require(), wanted.form());
        return ResponseEntity.status(HttpStatus.CREATED).body(new HitApi.Made(added.getFirst()));
    }

    /** Until when, and why, an entry goes on. */
    record Renewal(@Nullable String until, @Nullable String reason) {}

    @Operation(summary = "Prolong an entry within its ground's term")
    @Requires("deconfliction:create")
    @PutMapping("/{id}")
    ResponseEntity<Void> renew(@PathVariable UUID id, @RequestBody Renewal renewal) {
        watches.renew(
                callers.require(),
                id,
                new Watches.Renewal(text(renewal.until()), text(renewal.reason())));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "End an entry; it stays in the history")
    @Requires("deconfliction:create")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        watches.end(callers.require(), id, reason);
        return ResponseEntity.noContent().build();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
