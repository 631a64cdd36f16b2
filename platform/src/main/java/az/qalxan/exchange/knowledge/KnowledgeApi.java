package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is known of values, for programs. */
@RestController
@RequestMapping("/api/knowledge")
@Tag(name = "Knowledge")
class KnowledgeApi {

    private final LookUps lookUps;
    private final IndicatorFile file;
    private final CurrentCaller callers;
    private final Clock clock;

    KnowledgeApi(LookUps lookUps, IndicatorFile file, CurrentCaller callers, Clock clock) {
        this.lookUps = lookUps;
        this.file = file;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The values asked for.
     *
     * @param details whether names and beginnings of objects are told too; usually not
     */
    record Asked(@Nullable List<@Nullable String> values, @Nullable Boolean details) {}

    /**
     * What is known of one.
     *
     * @param kind null, as the value is, where what was asked for is no value
     * @param more whether others than these hold it
     */
    record Told(
            String asked,
            @Nullable String kind,
            @Nullable String value,
            boolean known,
            boolean live,
            List<Holder> objects,
            boolean more) {

        /**
         * An object that holds the value.
         *
         * @param exact false where it holds what the value is below or inside of
         * @param complete whether the value alone is all that it asks for
         */
        record Holder(
                UUID collection,
                String id,
                String type,
                String name,
                String sender,
                String handling,
                String value,
                boolean exact,
                boolean complete,
                boolean revoked,
                @Nullable Instant validFrom,
                @Nullable Instant validUntil,
                @Nullable Integer confidence,
                Instant added) {}
    }

    @Operation(
            summary = "What is known of up to 1,000 values",
            description =
                    "Addresses, networks, domains, URLs, mail addresses, digests, phone numbers,"
                            + " IBANs and wallets, also defanged. With details the names and"
                            + " beginnings of objects are told too. 422: more than 1,000, or"
                            + " none.")
    @Requires("exchange:read")
    @PostMapping("/look-up")
    List<Told> lookUp(@RequestBody Asked asked) {
        List<@Nullable String> values = asked.values() == null ? List.of() : asked.values();
        if (values.isEmpty() || values.size() > LookUps.VALUES_MAX) {
            throw ProblemFound.with(
                    WebProblem.INVALID_INPUT,
                    List.of(
                            Violation.at(
                                    "/values",
                                    "knowledge.wrong.count",
                                    values.size(),
                                    LookUps.VALUES_MAX)));
        }
        Instant now = clock.instant();
        List<String> texts =
                values.stream().map(one -> Objects.requireNonNullElse(one, "")).toList();
        return lookUps.lookUp(callers.require(), way(asked), texts).stream()
                .map(one -> told(one, now))
                .toList();
    }

    private static LookUps.Way way(Asked asked) {
        return new LookUps.Way("api", Boolean.TRUE.equals(asked.details()));
    }

    private static Told told(Answer answer, Instant now) {
        KnownValue value = answer.value();
        return new Told(
                answer.asked(),
                value == null ? null : value.kind().code(),
                value == null ? null : value.text(),
                answer.known(),
                answer.live(now),
                answer.hits().stream().map(hit -> object(hit, value)).toList(),
                answer.more());
    }

    private static Told.Holder object(Hit hit, @Nullable KnownValue asked) {
        return new Told.Holder(
                hit.collection(),
                hit.object(),
                hit.type(),
                hit.name(),
                hit.body(),
                hit.handling().label(),
                hit.found().text(),
                hit.found().equals(asked),
                hit.alone(),
                hit.term().revoked(),
                hit.term().validFrom(),
                hit.term().validUntil(),
                hit.term().confidence(),
                hit.added());
    }

    @Operation(summary = "All indicators that hold and that the program may read, as CSV")
    @Requires("exchange:read")
    @GetMapping("/indicators.csv")
    void indicators(HttpServletResponse response) throws IOException {
        Caller caller = callers.require();
        response.setContentType("text/csv;charset=UTF-8");
        file.write(caller, "api", Handling.RED, response.getWriter());
    }
}
