package az.qalxan.engines.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the table of n-grams at build time; the same sources always give the same table. */
final class MakeLanguageTable {

    private static final int MESSAGES = 2_000_000;
    private static final long SEED = 42;
    private static final List<Class<?>> MAKERS =
            List.of(
                    LinguaCounts.class,
                    PseudoWords.class,
                    Typist.class,
                    PracticeMessages.class,
                    Training.class,
                    MakeLanguageTable.class,
                    MessageReading.class,
                    LetterTable.class,
                    Rows.class,
                    Tongue.class);

    private MakeLanguageTable() {}

    /** Takes the folder of compiled classes, where the table goes. */
    public static void main(String[] arguments) throws IOException {
        Path target =
                Path.of(arguments[0])
                        .resolve("az/qalxan/engines/language")
                        .resolve(LanguageTable.RESOURCE);
        byte[] fingerprint = fingerprint();
        if (Files.exists(target) && Arrays.equals(fingerprint, fingerprintOf(target))) {
            return;
        }
        System.out.println("Learning languages from Lingua's n-grams (about a minute) ...");
        Training training = new Training();
        training.learn(new PracticeMessages(new SplittableRandom(SEED)), MESSAGES);
        write(target, fingerprint, training);
    }

    private static void write(Path target, byte[] fingerprint, Training training)
            throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(part))) {
            out.writeInt(LanguageTable.MAGIC);
            out.write(fingerprint);
            out.writeFloat(training.scale());
            out.write(training.bytes());
        }
        Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** A digest of everything that the table is made with, so that it is not made twice. */
    private static byte[] fingerprint() throws IOException {
        MessageDigest digest = sha256();
        for (Class<?> maker : MAKERS) {
            String file = maker.getSimpleName() + ".class";
            try (@Nullable InputStream in = maker.getResourceAsStream(file)) {
                digest.update(in == null ? new byte[0] : in.readAllBytes());
            }
        }
        return digest.digest();
    }

    private static byte[] fingerprintOf(Path table) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(table))) {
            in.readInt();
            return in.readNBytes(LanguageTable.FINGERPRINT_BYTES);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
