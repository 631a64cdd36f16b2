package az.qalxan.engines.ledger;

import java.io.IOException;
import java.io.InputStream;

/** A file to be put into a container, by its digests and where its bytes come from. */
public record ContainerFile(FileDigest digest, Source source) {

    /** Gives the bytes once more at every call. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
