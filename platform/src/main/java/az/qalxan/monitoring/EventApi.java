package az.qalxan.monitoring;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events for programs: handing them in, and the sources that they may be handed in for. */
@RestController
@RequestMapping("/api/monitoring")
@Tag(name = "Monitoring")
class EventApi {

    private final EventIntake intake;
    private final Sources sources;
    private final CurrentCaller callers;

    EventApi(EventIntake intake, Sources sources, CurrentCaller callers) {
        this.intake = intake;
        this.sources = sources;
        this.callers = callers;
    }

    /** A source as programs name it. */
    record Named(UUID id, String name, String format, boolean open) {}

    @Operation(summary = "The sources that the program may see")
    @Requires("monitoring:create")
    @GetMapping("/sources")
    List<Named> sources() {
        return sources.all().stream()
                .map(one -> new Named(one.id(), one.name(), one.format(), one.open()))
                .toList();
    }

    @Operation(
            summary = "Hand in events of a source",
            description =
                    "The body is one event a line, in the format of the source; at most 16 MB and"
                            + " 50,000 events. Idempotency-Key names the batch: sent again it is"
                            + " taken once. 201: taken. 200: had been taken before. Lines that are"
                            + " no events are counted and kept for repair, the others are taken.")
    @Requires("monitoring:create")
    @PostMapping("/sources/{id}/events")
    ResponseEntity<EventIntake.Receipt> take(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            HttpServletRequest request)
            throws IOException {
        EventIntake.Receipt receipt = intake.take(callers.require(), id, key, bytes(request));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(receipt);
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(EventIntake.BATCH_BYTES_MAX + 1);
            if (bytes.length > EventIntake.BATCH_BYTES_MAX) {
                throw EventIntake.tooMany();
            }
            return bytes;
        }
    }
}
