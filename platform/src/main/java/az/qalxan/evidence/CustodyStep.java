package az.qalxan.evidence;

import az.qalxan.audit.AuditedAct;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody did to an exhibit, for its chain, the ledger and the journal.
 *
 * @param kind last part of the message key {@code evidence.event.<kind>}
 * @param author the name of the person who did it
 * @param words why, or what was seen; may be empty
 * @param details what else belongs to it
 */
public record CustodyStep(
        AuditedAct act, String kind, String author, String words, Map<String, String> details) {

    public CustodyStep {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }

    public static CustodyStep by(String author, AuditedAct act, String kind) {
        return new CustodyStep(act, kind, author, "", Map.of());
    }

    public CustodyStep saying(String said) {
        return new CustodyStep(act, kind, author, said, details);
    }

    public CustodyStep with(Map<String, String> more) {
        return new CustodyStep(act, kind, author, words, more);
    }
}
