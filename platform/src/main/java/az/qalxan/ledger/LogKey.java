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

    private final Path file;
    private final SecureRandom random;
    private volatile NoteSigner signer;

    LogKey(DataFolder folder, Environment environment, SecureRandom random) {
        this.file = folder.subfolder("secrets").resolve(FILE);
        this.random = random;
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

    /**
     * The key of that text, in use or an earlier one.
     *
     * @throws IOException when there is none
     */
    NoteSigner of(String text) throws IOException {
        if (key().text().equals(text)) {
            return signer;
        }
        for (int number = 1; Files.exists(earlier(number)); number++) {
            NoteSigner one = read(earlier(number));
            if (one.key().text().equals(text)) {
                return one;
            }
        }
        throw new IOException("the key " + text + " is not among the secrets");
    }

    /** The first key that there was. */
    NoteSigner first() throws IOException {
        return Files.exists(earlier(1)) ? read(earlier(1)) : signer;
    }

    /** Draws the key of the log that goes on, and keeps the one in use as an earlier one. */
    NoteSigner succeed() throws IOException {
        int number = 1;
        while (Files.exists(earlier(number))) {
            number++;
        }
        String start = number == 1 ? origin() : origin().replaceFirst("/[0-9]+$", "");
        KeyName name = new KeyName(start + "/" + (number + 1));
        NoteSigner next = NoteSigner.generate(name, NoteKey.Use.LOG, random);
        write(earlier(number), signer);
        write(file, next);
        signer = next;
        return next;
    }

    private Path earlier(int number) {
        return file.resolveSibling(FILE + "." + number);
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
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
