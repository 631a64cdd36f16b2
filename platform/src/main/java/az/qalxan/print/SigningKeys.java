package az.qalxan.print;

import az.qalxan.database.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Finds the signing key: a PKCS#12 file that {@code qalxan.paper.keystore} names, with its password
 * alone in the file {@code qalxan.paper.keystore-password-file}; without them a trial key in the
 * data folder, made once.
 */
final class SigningKeys {

    private static final String TRIAL_ALIAS = "paper";

    private SigningKeys() {}

    static SigningKey of(Environment environment, DataFolder folder, Instant now) {
        String configured = environment.getProperty("qalxan.paper.keystore", "");
        if (configured.isEmpty()) {
            return trial(folder, now);
        }
        String passwordFile = environment.getProperty("qalxan.paper.keystore-password-file", "");
        if (passwordFile.isEmpty()) {
            throw new IllegalStateException(
                    "qalxan.paper.keystore is set, qalxan.paper.keystore-password-file is not");
        }
        try {
            char[] password = Files.readString(Path.of(passwordFile)).strip().toCharArray();
            return read(Path.of(configured), password, false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + passwordFile, e);
        }
    }

    private static SigningKey trial(DataFolder folder, Instant now) {
        Path file = folder.subfolder("secrets").resolve("paper.p12");
        char[] password = folder.secret("paper-key").toCharArray();
        if (!Files.exists(file)) {
            write(TrialKey.make(now), file, password);
        }
        return read(file, password, true);
    }

    static SigningKey read(Path file, char[] password, boolean trial) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            String alias =
                    Collections.list(store.aliases()).stream()
                            .filter(one -> isKey(store, one))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no key lies in " + file));
            return new SigningKey(
                    (PrivateKey) store.getKey(alias, password),
                    chain(store.getCertificateChain(alias)),
                    trial);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the signing key " + file, e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded key store does not answer", e);
        }
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : certificates) {
            if (one instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        if (chain.isEmpty()) {
            throw new IllegalStateException("the signing key has no certificate");
        }
        return chain;
    }

    /** Writes beside and moves, so that no half key is ever read. */
    static void write(SigningKey key, Path file, char[] password) {
        try {
            Path beside =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            "key",
                            ".p12",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    TRIAL_ALIAS,
                    key.secret(),
                    password,
                    key.chain().toArray(new X509Certificate[0]));
            try (OutputStream out = Files.newOutputStream(beside)) {
                store.store(out, password);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signing key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot keep the signing key " + file, e);
        }
    }
}
