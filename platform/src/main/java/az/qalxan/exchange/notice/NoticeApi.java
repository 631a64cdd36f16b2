package az.qalxan.exchange.notice;

import az.qalxan.access.CurrentCaller;
import az.qalxan.web.ProblemFound;
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

/** Feeds for programs. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "Notices")
class NoticeApi {

    private final Feeds feeds;
    private final FeedIntake intake;
    private final CurrentCaller callers;

    NoticeApi(Feeds feeds, FeedIntake intake, CurrentCaller callers) {
        this.feeds = feeds;
        this.intake = intake;
        this.callers = callers;
    }

    /** A feed as programs name it. */
    record Named(UUID id, String name, String handling, boolean open) {}

    @Operation(summary = "The feeds of the program's body")
    @Requires("notice:create")
    @GetMapping("/feeds")
    List<Named> feeds() {
        return feeds.all().stream()
                .map(one -> new Named(one.id(), one.name(), one.handling().label(), one.open()))
                .toList();
    }

    @Operation(
            summary = "Hand over what a feed reports",
            description =
                    "CSV with a header, JSON lines, or X-ARF; at most 16 MB. Idempotency-Key names"
                            + " the batch: sent again it is taken once. 202: it is durable and will"
                            + " be read. 200: it was taken before, with what came of it. 503: too"
                            + " much waits; come back later.")
    @Requires("notice:create")
    @PostMapping("/feeds/{id}/batches")
    ResponseEntity<FeedIntake.Receipt> take(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            HttpServletRequest request)
            throws IOException {
        FeedIntake.Receipt receipt = intake.take(callers.require(), id, key, bytes(request));
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(receipt);
    }

    @Operation(summary = "How much waits: batches to read, concerns to tell, and all notices")
    @Requires("notice:create")
    @GetMapping("/standing")
    FeedStore.Standing standing() {
        return feeds.standing();
    }

    @Operation(summary = "What came of a batch")
    @Requires("notice:create")
    @GetMapping("/feeds/{id}/batches/{key}")
    FeedIntake.Receipt standing(@PathVariable UUID id, @PathVariable String key) {
        return intake.standing(id, key);
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(FeedIntake.BATCH_BYTES_MAX + 1);
            if (bytes.length > FeedIntake.BATCH_BYTES_MAX) {
                throw ProblemFound.of(
                        NoticeProblem.TOO_LARGE, FeedIntake.BATCH_BYTES_MAX, FeedLines.LINES_MAX);
            }
            return bytes;
        }
    }
}
