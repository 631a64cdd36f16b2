package az.qalxan.ledger;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Blinds subjects with a key that lies in the data folder. Each subject has a key of its own, drawn
 * from that one, so that the key of one can be shown without telling another.
 */
@Component
class Blinding {

    private final byte[] master;

    Blinding(DataFolder folder) {
        this.master = HexFormat.of().parseHex(folder.secret("ledger-subjects"));
    }

    /** The key of that subject. */
    byte[] key(String subject) {
        return Digest.blinded(master, subject.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /** What stands for the subject in the log. */
    Digest of(String subject) {
        return subject.isEmpty()
                ? Digest.NONE
                : Digest.blinded(key(subject), subject.getBytes(StandardCharsets.UTF_8));
    }
}
