package az.qalxan.ledger;

import az.qalxan.database.DataFolder;
import az.qalxan.engines.ledger.KeyName;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key that signs the log's checkpoints, and the name of the log: a file among the secrets of
 * the data folder, drawn once. Instances that share a database share it.
 */
@Component
class LogKey {

    private static final String FILE = "ledger-log.key";
    private static final int NAME_BYTES = 8;

    private final NoteSigner signer;

    LogKey(DataFolder folder, Environment environment, SecureRandom random) {
        Path file = folder.subfolder("secrets").resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(
                        file,
                        NoteSigner.generate(name(environment, random), NoteKey.Use.LOG, random));
            }
            this.signer = read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the log's key " + file, e);
        }
    }

    /** A name that no other log has, where the operator gives none. */
    private static KeyName name(Environment environment, SecureRandom random) {
        byte[] drawn = new byte[NAME_BYTES];
        random.nextBytes(drawn);
        return new KeyName(
                environment.getProperty(
                        "qalxan.ledger.origin",
                        "qalxan.invalid/" + HexFormat.of().formatHex(drawn)));
    }

    private static void write(Path file, NoteSigner signer) throws IOException {
        Path beside =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "ledger",
                        ".key",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, signer.key().text() + "\n" + signer.text() + "\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static NoteSigner read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 2) {
            throw new IOException(file + " holds no key");
        }
        return NoteKey.parse(lines.getFirst())
                .flatMap(key -> NoteSigner.parse(lines.get(1), key))
                .orElseThrow(() -> new IOException(file + " holds no key"));
    }

    NoteSigner signer() {
        return signer;
    }

    NoteKey key() {
        return signer.key();
    }

    /** What the log calls itself. */
    String origin() {
        return signer.key().name().value();
    }
}
