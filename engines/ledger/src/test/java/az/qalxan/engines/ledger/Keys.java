package az.qalxan.engines.ledger;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Keys and entries for tests. */
final class Keys {

    static final String ORIGIN = "qalxan.example/custody";
    static final NoteSigner LOG = signer(ORIGIN, NoteKey.Use.LOG);

    private Keys() {}

    static NoteSigner signer(String name, NoteKey.Use use) {
        return NoteSigner.generate(new KeyName(name), use, new SecureRandom());
    }

    static byte[] entry(SplittableRandom random) {
        byte[] entry = new byte[8 + random.nextInt(40)];
        random.nextBytes(entry);
        return entry;
    }
}
