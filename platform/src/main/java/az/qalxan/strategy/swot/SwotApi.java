package az.qalxan.strategy.swot;

import az.qalxan.access.CurrentCaller;
import az.qalxan.strategy.Plans;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The SWOT picture for programs; no person is named. */
@RestController
@RequestMapping("/api/strategy/swot")
@Tag(name = "SWOT")
class SwotApi {

    private final Swot swot;
    private final SwotRules rules;
    private final Plans plans;
    private final CurrentCaller callers;

    SwotApi(Swot swot, SwotRules rules, Plans plans, CurrentCaller callers) {
        this.swot = swot;
        this.rules = rules;
        this.plans = plans;
        this.callers = callers;
    }

    /** An entry as it stood on the day; {@code evidenceOld} is seen from that day. */
    record EntryMessage(long number, int version, boolean evidenceOld, Entry.Said said) {}

    /** How an entry differs between the two days. */
    record DifferenceMessage(
            long number,
            Set<String> changes,
            Entry.@Nullable Said before,
            Entry.@Nullable Said after) {

        DifferenceMessage {
            changes = Set.copyOf(changes);
        }
    }

    @Operation(summary = "The entries of the four fields at the end of a day")
    @Requires("strategy:read")
    @GetMapping
    List<EntryMessage> picture(@RequestParam(defaultValue = "") String on) {
        LocalDate day = SwotController.day(on, swot.today());
        return Picture.on(swot.all(), day, rules.zone()).values().stream()
                .flatMap(List::stream)
                .map(one ->
                        new EntryMessage(
                                one.number(),
                                one.version().version(),
                                one.version().said().old(day, rules.evidenceMonths()),
                                one.version().said()))
                .toList();
    }

    @Operation(summary = "What differs between the ends of two days")
    @Requires("strategy:read")
    @GetMapping("/compare")
    List<DifferenceMessage> compare(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        LocalDate later = SwotController.day(until, swot.today());
        LocalDate earlier = SwotController.day(from, later.minusYears(1));
        return Picture.between(swot.all(), earlier, later, rules.zone()).stream()
                .map(SwotApi::message)
                .toList();
    }

    private static DifferenceMessage message(Picture.Difference one) {
        return new DifferenceMessage(
                one.number(),
                EnumSet.copyOf(one.changes()).stream()
                        .map(Picture.Change::code)
                        .collect(Collectors.toUnmodifiableSet()),
                one.before() == null ? null : one.before().said(),
                one.after() == null ? null : one.after().said());
    }

    /** The number of a new entry, which waits for another person. */
    record Proposed(long number) {}

    @Operation(summary = "Propose a new entry; another person approves it")
    @Requires("strategy:create")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Proposed propose(@RequestBody SwotForm form) {
        SwotForm.Read read = form.read(plans.current(), swot.today());
        return new Proposed(swot.add(read.said(), read.reason(), callers.require()));
    }
}
