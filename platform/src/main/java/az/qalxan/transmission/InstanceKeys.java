package az.qalxan.transmission;

import az.qalxan.database.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The identity of this instance and its key pairs: files of mode 0600 below {@code secrets/} of the
 * data folder, made when they are first asked for. A key is never replaced; the next stands beside
 * it.
 */
@Component
public final class InstanceKeys {

    private static final String TYPE = "PKCS12";
    private static final Duration LASTING = Duration.ofDays(730);
    private static final FileAttribute<?> SECRET =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final DataFolder folder;
    private final SecureRandom random;
    private final Clock clock;
    private final String name;
    private final String mail;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable UUID instance;
    private @Nullable List<OwnKey> keys;

    InstanceKeys(DataFolder folder, SecureRandom random, Clock clock, Environment environment) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
        this.name = environment.getProperty("qalxan.peers.name", "Qalxan");
        this.mail = environment.getProperty("qalxan.mail.address", "");
    }

    /** The id by which others know this instance, whatever its keys. */
    public UUID instance() {
        lock.lock();
        try {
            if (instance == null) {
                instance = UUID.fromString(readOrDraw(files().resolve("instance")));
            }
            return instance;
        } finally {
            lock.unlock();
        }
    }

    private String readOrDraw(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep this instance's id in " + file, e);
        }
    }

    /** The keys of that usage, the newest first; one is made when there is none. */
    public List<OwnKey> of(KeyUsage usage) {
        lock.lock();
        try {
            List<OwnKey> found = existing(usage);
            return found.isEmpty() ? List.of(make(usage)) : found;
        } finally {
            lock.unlock();
        }
    }

    /** The keys of that usage that exist, the newest first. */
    List<OwnKey> existing(KeyUsage usage) {
        lock.lock();
        try {
            return all().stream()
                    .filter(key -> key.usage() == usage)
                    .sorted(Comparator.comparingInt(OwnKey::number).reversed())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** A new key, which is used when partners know it. */
    OwnKey make(KeyUsage usage) {
        return make(usage, LASTING);
    }

    /** The next key of ours for e-mail; it stands before the earlier ones at once. */
    public OwnKey next(KeyUsage usage) {
        of(usage);
        return make(usage);
    }

    OwnKey make(KeyUsage usage, Duration lasting) {
        lock.lock();
        try {
            KeyPair pair =
                    usage == KeyUsage.SMIME
                            ? Certificates.rsaPair(random)
                            : Certificates.curvePair(random);
            String address = usage == KeyUsage.SMIME ? mail : "";
            X509Certificate certificate =
                    Certificates.selfSigned(
                            pair,
                            new Certificates.Wanted(name, address, clock.instant(), lasting),
                            random);
            int number = existing(usage).stream().mapToInt(OwnKey::number).max().orElse(0) + 1;
            OwnKey made = new OwnKey(usage, number, pair.getPrivate(), certificate);
            List<OwnKey> kept = new ArrayList<>(all());
            kept.add(made);
            store(kept);
            keys = List.copyOf(kept);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key for " + usage.code(), e);
        } finally {
            lock.unlock();
        }
    }

    private List<OwnKey> all() {
        if (keys == null) {
            keys = load();
        }
        return keys;
    }

    private List<OwnKey> load() {
        Path file = files().resolve("keys.p12");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password());
            List<OwnKey> found = new ArrayList<>();
            for (String alias : java.util.Collections.list(store.aliases())) {
                int dash = alias.indexOf('-');
                found.add(
                        new OwnKey(
                                KeyUsage.of(alias.substring(0, dash)),
                                Integer.parseInt(alias.substring(dash + 1)),
                                (PrivateKey) store.getKey(alias, password()),
                                (X509Certificate) store.getCertificate(alias)));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open " + file, e);
        }
    }

    private void store(List<OwnKey> all) throws GeneralSecurityException {
        Path file = files().resolve("keys.p12");
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, password());
            for (OwnKey key : all) {
                store.setKeyEntry(
                        key.alias(),
                        key.privateKey(),
                        password(),
                        new Certificate[] {key.certificate()});
            }
            Path fresh = files().resolve("keys.fresh");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, SECRET);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                store.store(out, password());
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A further secret file of this module; empty when there is none. */
    public @Nullable String text(String file) {
        Path path = files().resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Keeps a further secret with mode 0600. */
    public void keep(String file, byte[] content) {
        try {
            write(files().resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createFile(file, SECRET);
        Files.write(file, content);
    }

    private Path files() {
        return folder.subfolder("secrets/peers");
    }

    private char[] password() {
        return folder.secret("peers-keys").toCharArray();
    }
}
