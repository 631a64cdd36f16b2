package az.qalxan.evidence;

import java.util.List;

/** The chain of custody of an exhibit, the oldest link first. */
public record CustodyRecord(ExhibitId exhibit, List<CustodyEvent> events) {

    public CustodyRecord {
        events = List.copyOf(events);
    }
}
