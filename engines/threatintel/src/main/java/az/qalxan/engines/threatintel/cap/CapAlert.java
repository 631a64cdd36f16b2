package az.qalxan.engines.threatintel.cap;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A message of CAP 1.2, section 3.2.1.
 *
 * @param restriction which rule limits who may see it; needed with {@link CapScope#RESTRICTED}
 * @param addresses for whom it is; needed with {@link CapScope#PRIVATE}
 * @param references the earlier messages that it changes or takes back
 */
public record CapAlert(
        String identifier,
        String sender,
        OffsetDateTime sent,
        CapStatus status,
        CapMessage message,
        CapScope scope,
        String restriction,
        List<String> addresses,
        List<String> codes,
        String note,
        List<CapReference> references,
        List<CapSegment> infos) {

    public CapAlert {
        addresses = List.copyOf(addresses);
        codes = List.copyOf(codes);
        references = List.copyOf(references);
        infos = List.copyOf(infos);
    }
}
