package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.VaultRefused;
import az.qalxan.web.ProblemFound;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Under which key of the vault the files of a case lie, and what it says of them. */
public final class CaseVault {

    private CaseVault() {}

    /** Follows from the number alone, so that who holds an exhibit need not see its case. */
    public static CaseKey key(CaseNumber number) {
        return new CaseKey(
                UUID.nameUUIDFromBytes(
                        ("case " + number.value()).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Answers what the vault refused; that the keys were destroyed on purpose is a problem. */
    public static VaultRefused told(VaultRefused refused) {
        if (refused.why() == VaultRefused.Why.ERASED) {
            throw ProblemFound.of(EvidenceProblem.BYTES_ERASED);
        }
        return refused;
    }
}
