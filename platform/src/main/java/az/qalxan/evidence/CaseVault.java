package az.qalxan.evidence;

import az.qalxan.casework.CaseNumber;
import az.qalxan.engines.vault.CaseKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Under which key of the vault the files of a case lie. */
public final class CaseVault {

    private CaseVault() {}

    /** Follows from the number alone, so that who holds an exhibit need not see its case. */
    public static CaseKey key(CaseNumber number) {
        return new CaseKey(
                UUID.nameUUIDFromBytes(
                        ("case " + number.value()).getBytes(StandardCharsets.US_ASCII)));
    }
}
