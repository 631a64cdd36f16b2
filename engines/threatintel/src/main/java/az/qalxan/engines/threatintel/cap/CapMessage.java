package az.qalxan.engines.threatintel.cap;

import java.util.List;

/**
 * What a warning says in one language (CAP 1.2 §3.2.2).
 *
 * @param language such as {@code az} or {@code en-GB}
 * @param event what happens, in words
 * @param details whatever else the standard allows here, by element name: responseType, audience,
 *     effective, onset, expires, senderName, headline, description, instruction, web, contact
 */
public record CapMessage(
        String language,
        List<Category> categories,
        String event,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        List<CapValue> details,
        List<CapValue> eventCodes,
        List<CapValue> parameters,
        List<CapResource> resources,
        List<CapArea> areas) {

    public CapMessage {
        categories = List.copyOf(categories);
        details = CapAlerts.named(details, CapAlerts.INFO_DETAILS);
        eventCodes = List.copyOf(eventCodes);
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
    }

    public enum Category {
        GEO,
        MET,
        SAFETY,
        SECURITY,
        RESCUE,
        FIRE,
        HEALTH,
        ENV,
        TRANSPORT,
        INFRA,
        CBRNE,
        OTHER
    }

    public enum Urgency {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    public enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    public enum Certainty {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }
}
