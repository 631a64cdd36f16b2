package az.qalxan.strategy;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CurrentCaller;
import az.qalxan.engines.plan.PlanReader;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The action plan for programs. */
@RestController
@RequestMapping(path = "/api/strategy", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanApi {

    static final int REFUSED = 422;

    private final PlanMessages messages;
    private final EditionDesk desk;
    private final CurrentCaller callers;

    PlanApi(PlanMessages messages, EditionDesk desk, CurrentCaller callers) {
        this.messages = messages;
        this.desk = desk;
        this.callers = callers;
    }

    /** Counts, shares of bodies and gaps of the newest edition; with a body, its measures. */
    @Requires("strategy:read")
    @GetMapping("/plan/status")
    JsonNode status(@RequestParam(defaultValue = "") String body) {
        return messages.status(bodyOrNull(body)).orElseThrow(PlanApi::noPlan);
    }

    /** The measures of the newest edition, whole. */
    @Requires("strategy:read")
    @GetMapping("/plan/measures")
    JsonNode measures() {
        return messages.measures().orElseThrow(PlanApi::noPlan);
    }

    /** The editions, the newest first. */
    @Requires("strategy:read")
    @GetMapping("/editions")
    JsonNode editions() {
        return messages.editions();
    }

    /** What changed from one edition to another. */
    @Requires("strategy:read")
    @GetMapping("/editions/{before}/changes/{after}")
    JsonNode changes(@PathVariable int before, @PathVariable int after) {
        return messages.changes(before, after)
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** Records a plan file; every flaw of a refused one is told with its place. */
    @Requires("strategy:administer")
    @PostMapping(path = "/editions", consumes = MediaType.ALL_VALUE)
    ResponseEntity<JsonNode> record(
            HttpServletRequest request, @RequestParam(defaultValue = "") String note)
            throws IOException {
        byte[] yaml = request.getInputStream().readNBytes(PlanReader.BYTES_MAX + 1);
        if (note.length() > EditionDesk.NOTE_MAX) {
            throw ProblemFound.of(WebProblem.BAD_REQUEST);
        }
        Recording recording = desk.record(yaml, callers.require().name(), note.strip());
        int status =
                switch (recording) {
                    case Recording.Recorded done -> 201;
                    case Recording.Same same -> 200;
                    case Recording.Refused refused -> REFUSED;
                };
        return ResponseEntity.status(status).body(messages.outcome(recording));
    }

    private static @Nullable BodyCode bodyOrNull(String body) {
        return body.isEmpty() ? null : body(body).orElseThrow(PlanApi::noPlan);
    }

    /** The body of that code; empty for what is no code. */
    static Optional<BodyCode> body(String code) {
        return code.matches("[a-z0-9][a-z0-9-]{0,39}")
                ? Optional.of(new BodyCode(code))
                : Optional.empty();
    }

    private static ProblemFound noPlan() {
        return ProblemFound.of(WebProblem.NOT_FOUND);
    }
}
