package az.qalxan.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one report that those who may open it see.
 *
 * @param byConsent whether it is another body's, read by its consent: to read and nothing else
 */
public record ReportView(
        ReportId id,
        ReportReference reference,
        ReportState state,
        String category,
        String region,
        String channel,
        String language,
        String body,
        int handling,
        @Nullable Instant happenedAt,
        Instant reportedAt,
        Instant recordedAt,
        @Nullable Loss loss,
        String story,
        String onBehalfOf,
        Contact contact,
        int version,
        boolean byConsent,
        List<FoundIdentifier> identifiers,
        List<Message> messages,
        List<Attachment> attachments,
        List<Happening> history) {

    public ReportView {
        identifiers = List.copyOf(identifiers);
        messages = List.copyOf(messages);
        attachments = List.copyOf(attachments);
        history = List.copyOf(history);
    }

    /** A message between the reporter and the body; {@code fromReporter} says whose. */
    public record Message(Instant sentAt, boolean fromReporter, String text) {}

    /** A file that came with the report; {@code scan} is quarantined, clean or infected. */
    public record Attachment(
            java.util.UUID id, String name, String mediaType, long bytes, String scan) {}

    /** A step of the report's life; {@code kind} is a message key's last part. */
    public record Happening(Instant at, String kind, String body, String detail) {}
}
