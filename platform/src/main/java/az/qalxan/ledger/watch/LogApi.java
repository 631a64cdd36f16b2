package az.qalxan.ledger.watch;

import az.qalxan.access.CurrentCaller;
import az.qalxan.ledger.ContinuedLog;
import az.qalxan.ledger.LogOversight;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log for programs. */
@RestController
@RequestMapping("/api/log")
@Tag(name = "Log")
class LogApi {

    private final LogDesk desk;
    private final CurrentCaller callers;

    LogApi(LogDesk desk, CurrentCaller callers) {
        this.desk = desk;
        this.callers = callers;
    }

    /** How far the log has come, and who watches it. */
    record State(
            String origin,
            String key,
            long size,
            Optional<Instant> at,
            Optional<String> held,
            List<Watching> witnesses,
            List<Open> alarms,
            List<WentOn> continuations) {

        State {
            witnesses = List.copyOf(witnesses);
            alarms = List.copyOf(alarms);
            continuations = List.copyOf(continuations);
        }
    }

    /** That the log went on after a restore. */
    record WentOn(
            String ended,
            String next,
            long size,
            long seen,
            String restoredFrom,
            String by,
            String reason,
            Instant at) {

        static WentOn of(ContinuedLog log) {
            return new WentOn(
                    log.endedName(),
                    log.name(),
                    log.size(),
                    log.seen(),
                    log.words().restoredFrom(),
                    log.words().by(),
                    log.words().reason(),
                    log.words().at());
        }
    }

    /** What a witness saw last. */
    record Watching(
            String name,
            String key,
            long size,
            Optional<Instant> cosignedAt,
            Optional<String> trouble) {}

    /** An alarm of which nobody has taken note. */
    record Open(String kind, String about, String detail, Instant raisedAt, int times) {}

    @Operation(summary = "How far the log of this instance has come, who watches it, open alarms")
    @Requires("ledger:read")
    @GetMapping
    State state() {
        LogPage page = desk.page();
        return new State(
                page.key().name().value(),
                page.key().text(),
                page.state().size(),
                page.state().at(),
                page.state().held(),
                page.seen().stream()
                        .map(one ->
                                new Watching(
                                        LogPage.name(one.key()),
                                        one.key(),
                                        one.size(),
                                        one.cosignedAt(),
                                        one.trouble()))
                        .toList(),
                page.alarms().stream()
                        .filter(one -> one.seenAt().isEmpty())
                        .map(one ->
                                new Open(
                                        one.kind(),
                                        one.about(),
                                        one.detail(),
                                        one.raisedAt(),
                                        one.times()))
                        .toList(),
                page.continuations().stream().map(WentOn::of).toList());
    }

    @Operation(summary = "Verify log and rows, or tell the verification that is running")
    @Requires("ledger:create")
    @PostMapping("/verifications")
    LogOversight.Verification verify() {
        UUID id = desk.verify(callers.require().name());
        return verification(id);
    }

    @Operation(summary = "How far a verification is, and what it found")
    @Requires("ledger:read")
    @GetMapping("/verifications/{id}")
    LogOversight.Verification verification(@PathVariable UUID id) {
        return desk.progress(id).orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @Operation(
            summary = "Prove who dealt with a subject between two moments",
            description =
                    "A ZIP that ./qalxan audit check judges offline. It shows who did what kind of"
                            + " act when, and nothing of the subject.")
    @Requires("ledger:export")
    @GetMapping("/proof")
    ResponseEntity<Resource> proof(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until)
            throws IOException {
        ProofForm form = new ProofForm(kind, id, from, until);
        List<Violation> wrong = form.violations();
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return ProofController.file(desk.prove(form.question()));
    }
}
