package az.qalxan.evidence;

import az.qalxan.audit.AuditedAct;
import az.qalxan.engines.vault.Digests;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to an exhibit, for its chain, the ledger and the journal.
 *
 * @param kind last part of the message key {@code evidence.event.<kind>}
 * @param author the name of the person who did it
 * @param words why, or what was seen; may be empty
 * @param details what else belongs to it; a link that changes hands names {@code holder} and {@code
 *     holder-body}
 * @param ledgerKind the kind of its entry in the ledger: custody, exhibit or verification
 * @param digests of the bytes that it is about; null when it is about none
 */
public record CustodyStep(
        AuditedAct act,
        String kind,
        String author,
        String words,
        Map<String, String> details,
        String ledgerKind,
        @Nullable Digests digests) {

    public CustodyStep {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    public static CustodyStep by(String author, AuditedAct act, String kind) {
        return new CustodyStep(act, kind, author, "", Map.of(), "custody", null);
    }

    public CustodyStep saying(String said) {
        return new CustodyStep(act, kind, author, said, details, ledgerKind, digests);
    }

    public CustodyStep with(Map<String, String> more) {
        return new CustodyStep(act, kind, author, words, more, ledgerKind, digests);
    }

    /** That bytes came, or were found as they came: the entry in the ledger binds them. */
    public CustodyStep of(Digests bytes) {
        return new CustodyStep(act, kind, author, words, details, "exhibit", bytes);
    }

    /** That bytes were read anew, and what was found. */
    public CustodyStep verifying() {
        return new CustodyStep(act, kind, author, words, details, "verification", digests);
    }

    /** The details with the digests among them, as the chain keeps them. */
    Map<String, String> allDetails() {
        Map<String, String> all = new TreeMap<>(details);
        if (digests != null) {
            all.put("sha256", digests.sha256());
            all.put("sha1", digests.sha1());
            all.put("md5", digests.md5());
            all.put("length", String.valueOf(digests.length()));
        }
        return all;
    }
}
