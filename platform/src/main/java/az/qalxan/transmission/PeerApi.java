package az.qalxan.transmission;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Peers for programs. */
@RestController
@RequestMapping("/api/peers")
@Tag(name = "Peers")
class PeerApi {

    private final PeerDesk desk;
    private final MailKeys mailKeys;
    private final CurrentCaller callers;

    PeerApi(PeerDesk desk, MailKeys mailKeys, CurrentCaller callers) {
        this.desk = desk;
        this.mailKeys = mailKeys;
        this.callers = callers;
    }

    @Operation(summary = "Peers with their states")
    @Requires("transmission:read")
    @GetMapping
    List<PeerDesk.Listed> list() {
        return desk.peers();
    }

    @Operation(summary = "What this instance tells another before both admit each other")
    @Requires("transmission:read")
    @GetMapping("/introduction")
    PeerDesk.Introduction introduction() {
        return desk.introduction();
    }

    /** A peer to enter, as JSON. */
    record Entry(
            @Nullable String code,
            @Nullable List<String> bodies,
            @Nullable String instance,
            @Nullable String name,
            @Nullable String address,
            @Nullable String tls,
            @Nullable String sign) {

        PeerForm form() {
            return new PeerForm(
                    text(code),
                    text(name),
                    text(instance),
                    text(address),
                    bodies == null ? "" : String.join(" ", bodies),
                    text(tls),
                    text(sign));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    /** Where the entered peer stands. */
    record Entered(String code, String state) {}

    @Operation(
            summary = "Enter a peer; another person admits it",
            description = "201: entered. 422: every wrong field is listed.")
    @Requires("transmission:administer")
    @PostMapping
    ResponseEntity<Entered> enter(@RequestBody Entry entry) {
        PeerForm form = entry.form();
        List<Violation> wrong = desk.enter(callers.require().name(), form);
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(new Entered(form.code(), "proposed"));
    }

    /** The fingerprint of the key that was made. */
    record Rolled(String fingerprint) {}

    @Operation(summary = "The public parts of our own keys of secure e-mail")
    @Requires("transmission:read")
    @GetMapping("/mail-keys")
    List<MailKeys.Shown> mailKeys() {
        return mailKeys.own();
    }

    @Operation(
            summary =
                    "Make the next key: tls or sign, which is announced to every peer, or smime or"
                            + " openpgp, which partners have to be given")
    @Requires("transmission:administer")
    @PostMapping("/keys/{usage}")
    Rolled roll(@PathVariable String usage) {
        Optional<String> fingerprint =
                desk.roll(usage).or(() -> mailKeys.roll(usage).map(MailKeys.Shown::fingerprint));
        return new Rolled(fingerprint.orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND)));
    }

    @Operation(summary = "What this end of a conversation holds")
    @Requires("transmission:read")
    @GetMapping("/{code}/conversations/{id}/digest")
    PeerDesk.Side digest(@PathVariable String code, @PathVariable UUID id) {
        return desk.digest(code, id);
    }

    /** Both ends; {@code same} when they hold the same. */
    record Compared(boolean same, PeerDesk.Comparison sides) {}

    @Operation(summary = "Ask the peer what its end of a conversation holds, and compare")
    @Requires("transmission:read")
    @GetMapping("/{code}/conversations/{id}/comparison")
    Compared compare(@PathVariable String code, @PathVariable UUID id) {
        PeerDesk.Comparison sides = desk.compare(code, id);
        return new Compared(sides.same(), sides);
    }
}
