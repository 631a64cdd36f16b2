package az.qalxan.engines.threatintel.cap;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says in one language, section 3.2.2.
 *
 * @param language as RFC 3066 writes it, for example {@code az}
 */
public record CapSegment(
        String language,
        List<CapCategory> categories,
        String event,
        List<CapResponse> responses,
        CapUrgency urgency,
        CapSeverity severity,
        CapCertainty certainty,
        @Nullable OffsetDateTime expires,
        String senderName,
        String headline,
        String description,
        String instruction,
        String web,
        List<CapValue> parameters,
        List<CapArea> areas) {

    public CapSegment {
        categories = List.copyOf(categories);
        responses = List.copyOf(responses);
        parameters = List.copyOf(parameters);
        areas = List.copyOf(areas);
    }
}
