package az.qalxan.engines.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the vault promises of files in a folder. */
class VaultTest {

    private static final int MIB = 1 << 20;
    private static final int PIECE = 1 << 16;
    private static final MasterKey MASTER = MasterKey.of(new byte[24]);
    private static final CaseKey CASE = new CaseKey(new UUID(1, 2));
    private static final CaseKey OTHER = new CaseKey(new UUID(3, 4));

    @TempDir private Path folder;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        vault = Vault.open(folder, KeyRing.of(MASTER), new SecureRandom());
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Finish.Stored store(CaseKey owner, byte[] bytes) throws IOException {
        Intake intake = vault.begin(owner);
        intake.append(0, bytes);
        Finish.Stored stored = (Finish.Stored) intake.finish();
        vault.drop(intake.id());
        return stored;
    }

    private byte[] read(StoredId id) throws IOException {
        try (SeekableByteChannel channel = vault.open(id);
                InputStream in = Channels.newInputStream(channel)) {
            return in.readAllBytes();
        }
    }

    private List<Path> bodies() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("bodies"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasStoredIsReadBackWithTheDigestsOfTheStandards() throws IOException {
        Finish.Stored abc = store(CASE, new byte[] {'a', 'b', 'c'});
        assertThat(abc.digests())
                .isEqualTo(
                        new Digests(
                                "ba7816bf8f01cfea414140de5dae2223"
                                        + "b00361a396177a9cb410ff61f20015ad",
                                "a9993e364706816aba3e25717850c26c9cd0d89d",
                                "900150983cd24fb0d6963f7d28e17f72",
                                3));
        byte[] large = bytes(3 * MIB + 17, 1);
        Finish.Stored stored = store(CASE, large);
        assertThat(read(stored.id())).isEqualTo(large);
        assertThat(vault.verify(stored.id())).isEqualTo(new Verification.Intact(stored.digests()));
        assertThat(read(store(CASE, new byte[0]).id())).isEmpty();
    }

    @Test
    void theSameBytesStandOnceInACaseAndApartInAnother() throws IOException {
        byte[] bytes = bytes(MIB, 2);
        Finish.Stored first = store(CASE, bytes);
        Finish.Stored again = store(CASE, bytes);
        Finish.Stored other = store(OTHER, bytes);
        assertThat(again).isEqualTo(new Finish.Stored(first.id(), first.digests(), true));
        assertThat(other.wasThere()).isFalse();
        assertThat(other.id().name()).isNotEqualTo(first.id().name());
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void anIntakeGoesOnInAnotherProcess() throws IOException {
        byte[] bytes = bytes(5 * MIB + 5, 3);
        IntakeId id = vault.begin(CASE).id();
        Intake intake = vault.resume(id).orElseThrow();
        intake.append(0, Arrays.copyOf(bytes, 2 * MIB));
        try (Vault second = Vault.open(folder, KeyRing.of(MASTER), new SecureRandom())) {
            Intake there = second.resume(id).orElseThrow();
            assertThat(there.received()).isEqualTo(2L * MIB);
            assertThat(there.append(4L * MIB, bytes)).isEqualTo(new Appending.Gap(2L * MIB));
            there.append(0, Arrays.copyOf(bytes, 3 * MIB));
            assertThat(there.received()).isEqualTo(3L * MIB);
        }
        byte[] rest = Arrays.copyOfRange(bytes, 3 * MIB, bytes.length);
        assertThat(intake.append(Channels.newChannel(new ByteArrayInputStream(rest))))
                .isEqualTo(new Appending.Received(bytes.length));
        assertThat(intake.digest(MIB)).isEqualTo(3L * MIB);
        assertThat(intake.digest(MIB)).isEqualTo(4L * MIB);
        Finish.Stored stored = (Finish.Stored) intake.finish();
        assertThat(read(stored.id())).isEqualTo(bytes);
        assertThat(vault.verify(stored.id())).isEqualTo(new Verification.Intact(stored.digests()));
        assertThat(intake.finish()).isEqualTo(stored);
    }

    @Test
    void aLongStreamIsMadeCertainWhileItIsWritten() throws IOException {
        byte[] bytes = bytes(70 * MIB + 1, 12);
        Intake intake = vault.begin(CASE);
        InputStream broken =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        if (pos > 60 * MIB) {
                            throw new UncheckedIOException(new IOException("broken"));
                        }
                        return super.read(into, from, length);
                    }
                };
        assertThatThrownBy(() -> intake.append(Channels.newChannel(broken)))
                .isInstanceOf(UncheckedIOException.class);
        int received = (int) intake.received();
        assertThat(received).isBetween(16 * MIB, 61 * MIB);
        byte[] rest = Arrays.copyOfRange(bytes, received, bytes.length);
        intake.append(Channels.newChannel(new ByteArrayInputStream(rest)));
        Finish.Stored stored = (Finish.Stored) intake.finish();
        assertThat(stored.digests())
                .isEqualTo(DigestPass.of(Channels.newChannel(new ByteArrayInputStream(bytes))));
        assertThat(vault.verify(stored.id())).isEqualTo(new Verification.Intact(stored.digests()));
    }

    @Test
    void bytesThatCameBeforeMustComeAgainAsTheyWere() throws IOException {
        byte[] bytes = bytes(2 * MIB, 4);
        Intake intake = vault.begin(CASE);
        intake.append(0, bytes);
        bytes[MIB + 3] ^= 1;
        assertThat(intake.append(0, bytes))
                .isEqualTo(new Appending.Differs(new ByteRange(MIB, PIECE)));
        assertThat(intake.received()).isEqualTo(2L * MIB);
        assertThat(intake.finish("0".repeat(64))).isInstanceOf(Finish.Different.class);
        assertThat(vault.stored(CASE)).isEmpty();
    }

    @Test
    void damageIsToldWithItsRangeAndNotRepaired() throws IOException {
        byte[] bytes = bytes(5 * MIB + 9, 5);
        StoredId id = store(CASE, bytes).id();
        Path body = bodies().getFirst();
        byte[] before = Files.readAllBytes(body);
        byte[] after = before.clone();
        after[2 * MIB + 1_000] ^= 1;
        Files.write(body, Arrays.copyOf(after, after.length - 1));
        Verification told = vault.verify(id);
        assertThat(told)
                .isEqualTo(
                        new Verification.Damaged(
                                List.of(
                                        new ByteRange(2L * MIB, PIECE),
                                        new ByteRange(5L * MIB, 9))));
        try (SeekableByteChannel channel = vault.open(id)) {
            channel.position(2L * MIB + 5);
            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
                    .isInstanceOf(DamagedBytes.class);
        }
        Finish.Stored anew = store(CASE, bytes);
        assertThat(anew.wasThere()).isFalse();
        assertThat(vault.verify(anew.id())).isInstanceOf(Verification.Intact.class);
        assertThat(vault.verify(id)).isEqualTo(told);
        Files.delete(body);
        assertThat(vault.verify(id)).isInstanceOf(Verification.Missing.class);
    }

    @Test
    void afterRotationEverythingReadsAndTheOldKeyIsGone() throws IOException {
        byte[] bytes = bytes(MIB, 6);
        StoredId id = store(CASE, bytes).id();
        Intake open = vault.begin(CASE);
        open.append(0, bytes(MIB, 7));
        byte[] sealBefore = Files.readAllBytes(folder.resolve(Place.seal(id)));
        assertThat(vault.rotate(CASE)).isEqualTo(new Rotation(1, List.of()));
        assertThat(read(id)).isEqualTo(bytes);
        try (Vault second = Vault.open(folder, KeyRing.of(MASTER), new SecureRandom())) {
            assertThat(second.resume(open.id()).orElseThrow().finish())
                    .isInstanceOf(Finish.Stored.class);
        }
        Files.write(folder.resolve(Place.seal(id)), sealBefore);
        assertThat(vault.verify(id)).isEqualTo(new Verification.Sealed(Verification.Lost.SEAL));
    }

    @Test
    void anotherMasterKeyTakesOver() throws IOException {
        StoredId id = store(CASE, bytes(10, 8)).id();
        MasterKey next = MasterKey.of(bytes(24, 9));
        try (Vault both = Vault.open(folder, KeyRing.of(next, MASTER), new SecureRandom())) {
            assertThat(both.rewrap()).isEqualTo(1);
            assertThat(both.rewrap()).isZero();
        }
        try (Vault after = Vault.open(folder, KeyRing.of(next), new SecureRandom())) {
            assertThat(after.verify(id)).isInstanceOf(Verification.Intact.class);
        }
        assertThat(vault.verify(id))
                .isEqualTo(new Verification.Sealed(Verification.Lost.MASTER_KEY));
    }

    @Test
    void anErasedCaseOpensNothingAndTakesNothing() throws IOException {
        StoredId id = store(CASE, bytes(MIB, 10)).id();
        StoredId other = store(OTHER, bytes(MIB, 10)).id();
        Intake open = vault.begin(CASE);
        open.append(0, bytes(MIB, 11));
        byte[] body = Files.readAllBytes(bodies().getFirst());
        byte[] seal = Files.readAllBytes(folder.resolve(Place.seal(id)));
        vault.erase(CASE);
        assertThat(vault.verify(id)).isInstanceOf(Verification.Erased.class);
        assertThat(vault.verify(other)).isInstanceOf(Verification.Intact.class);
        assertThatThrownBy(() -> vault.begin(CASE)).isInstanceOf(VaultRefused.class);
        assertThatThrownBy(() -> open.append(MIB, new byte[MIB])).isInstanceOf(VaultRefused.class);
        // Whoever kept copies of body and seal, and has the master key, reads nothing.
        Files.write(folder.resolve(Place.seal(id)), seal);
        Files.createDirectories(folder.resolve(Place.bodies(CASE)));
        Files.write(folder.resolve(Place.bodies(CASE)).resolve("x"), body);
        assertThat(vault.verify(id)).isInstanceOf(Verification.Erased.class);
        assertThat(folder.resolve(Place.keys(CASE))).doesNotExist();
    }

    @Test
    void whatCannotBeReadOfAnotherCaseHoldsUpNoErasure() throws IOException {
        StoredId id = store(CASE, bytes(10, 12)).id();
        StoredId kept = store(OTHER, bytes(10, 13)).id();
        IntakeId damaged = vault.begin(OTHER).id();
        Files.write(folder.resolve(Place.intake(damaged)), bytes(7, 14));
        IntakeId swollen = vault.begin(OTHER).id();
        Files.write(folder.resolve(Place.intake(swollen)), bytes(100_000, 15));
        IntakeId own = vault.begin(CASE).id();
        vault.erase(CASE);
        assertThat(vault.verify(id)).isInstanceOf(Verification.Erased.class);
        assertThat(vault.verify(kept)).isInstanceOf(Verification.Intact.class);
        assertThat(folder.resolve(Place.intake(own))).doesNotExist();
        assertThat(folder.resolve(Place.intake(damaged))).exists();
        assertThat(folder.resolve(Place.intake(swollen))).exists();
    }

    @Test
    void anInventoryOpensTheKeysOfACaseOnce() throws IOException {
        MemoryFiles files = new MemoryFiles();
        Shelf shelf = new Shelf(files, KeyRing.of(MASTER), new SecureRandom());
        try (Vault many = Vault.over(shelf, 1 << 16)) {
            for (int i = 1; i <= 5; i++) {
                Intake intake = many.begin(CASE);
                intake.append(0, bytes(i, i));
                intake.finish();
                many.drop(intake.id());
            }
            int before = files.reads(Place.keys(CASE));
            assertThat(many.inventory()).isEqualTo(new Inventory(1, 0, 5, 15, List.of()));
            assertThat(files.reads(Place.keys(CASE)) - before).isEqualTo(1);
        }
    }
}
