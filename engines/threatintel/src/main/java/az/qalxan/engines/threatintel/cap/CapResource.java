package az.qalxan.engines.threatintel.cap;

import java.util.List;

/**
 * A file beside a warning (CAP 1.2 §3.2.3).
 *
 * @param details size, uri, derefUri, digest
 */
public record CapResource(String description, String mimeType, List<CapValue> details) {

    public CapResource {
        details = CapAlerts.named(details, CapAlerts.RESOURCE_DETAILS);
    }
}
