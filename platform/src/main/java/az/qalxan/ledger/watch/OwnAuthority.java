package az.qalxan.ledger.watch;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.timestamp.TimestampAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.springframework.stereotype.Component;

/**
 * The time stamp authority of this instance, for where no other is configured. Its key lies among
 * the secrets of the data folder; it says no more than the clock of this machine.
 */
@Component
class OwnAuthority {

    private static final String FILE = "ledger-stamps.p12";

    private final DataFolder folder;
    private final Clock clock;
    private final SecureRandom random;

    OwnAuthority(DataFolder folder, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /** A stamp over the SHA-256 of these bytes. */
    byte[] stamp(byte[] sha256) throws IOException {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return authority().answer(requests.generate(TSPAlgorithms.SHA256, sha256).getEncoded());
    }

    synchronized TimestampAuthority authority() {
        Path file = folder.subfolder("secrets").resolve(FILE);
        char[] password = folder.secret("ledger-stamps").toCharArray();
        try {
            if (!Files.exists(file)) {
                write(
                        TimestampAuthority.create("Qalxan own stamps", clock, random),
                        file,
                        password);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return TimestampAuthority.read(in, password, clock, random);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the authority's key " + file, e);
        }
    }

    private static void write(TimestampAuthority made, Path file, char[] password)
            throws IOException {
        Path beside =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "stamps",
                        ".p12",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(beside)) {
            made.store(out, password);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
