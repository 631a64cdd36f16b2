package az.qalxan.engines.ledger;

import java.io.IOException;

/** A file that has more bytes than one of its kind can have. */
final class OversizedFile extends IOException {

    private static final long serialVersionUID = 1;

    OversizedFile(String path, int bytesMax) {
        super(path + " is larger than " + bytesMax + " bytes");
    }
}
