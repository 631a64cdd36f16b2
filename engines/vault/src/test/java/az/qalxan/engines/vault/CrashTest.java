package az.qalxan.engines.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A machine that stops at any step, or a disk that is full from any step on, leaves a vault with
 * which a client goes on: what was acknowledged is there, once, and nothing else is left over.
 */
class CrashTest {

    private static final int CHUNK_BYTES = 16;
    private static final KeyRing RING = KeyRing.of(MasterKey.of(new byte[24]));
    private static final CaseKey CASE = new CaseKey(new UUID(0, 1));
    private static final CaseKey ERASED = new CaseKey(new UUID(0, 2));
    private static final int[] LENGTHS = {0, 5, 16, 71, 71, 96, 40};

    /** Draws without waiting; keys in these tests protect nothing. */
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What one who uses the vault has written down, which no crash of the vault takes away. */
    private static final class Client {

        /** A file to be taken in, and how far that was acknowledged. */
        private static final class Task {
            private final IntakeId id;
            private final CaseKey owner;
            private final byte[] bytes;
            private boolean begun;
            private long acknowledged;
            private Finish.@Nullable Stored stored;
            private boolean dropped;

            Task(int number, CaseKey owner, byte[] bytes) {
                this.id = new IntakeId(new UUID(9, number));
                this.owner = owner;
                this.bytes = bytes;
            }
        }

        private final List<Task> tasks = new ArrayList<>();
        private boolean rotated;
        private boolean erased;

        Client() {
            for (int i = 0; i < LENGTHS.length; i++) {
                byte[] bytes = new byte[LENGTHS[i]];
                Arrays.fill(bytes, (byte) LENGTHS[i]);
                tasks.add(new Task(i, i == LENGTHS.length - 1 ? ERASED : CASE, bytes));
            }
        }

        /** Does what is not done; called again after each stop. */
        void goOn(Vault vault) throws IOException {
            for (Task task : tasks) {
                if (!task.dropped) {
                    take(vault, task);
                }
                if (!rotated && task == tasks.get(5)) {
                    vault.rotate(CASE);
                    rotated = true;
                }
            }
            if (!erased) {
                vault.erase(ERASED);
                erased = true;
            }
        }

        private void take(Vault vault, Task task) throws IOException {
            if (!task.begun) {
                if (vault.resume(task.id).isEmpty()) {
                    vault.begin(task.owner, task.id);
                }
                task.begun = true;
            }
            if (task.stored == null) {
                Intake intake = vault.resume(task.id).orElseThrow();
                assertThat(intake.received()).isGreaterThanOrEqualTo(task.acknowledged);
                send(intake, task);
                task.stored = (Finish.Stored) intake.finish();
            }
            vault.drop(task.id);
            task.dropped = true;
        }

        /** The first file as one channel, the others in pieces from what was acknowledged. */
        private void send(Intake intake, Task task) throws IOException {
            if (task.id.value().getLeastSignificantBits() == 5) {
                byte[] rest =
                        Arrays.copyOfRange(task.bytes, (int) intake.received(), task.bytes.length);
                intake.append(Channels.newChannel(new ByteArrayInputStream(rest)));
                task.acknowledged = task.bytes.length;
            }
            while (task.acknowledged < task.bytes.length) {
                int from = (int) task.acknowledged;
                byte[] piece =
                        Arrays.copyOfRange(
                                task.bytes,
                                from,
                                Math.min(from + 2 * CHUNK_BYTES, task.bytes.length));
                Appending answer = intake.append(from, piece);
                assertThat(answer).isInstanceOf(Appending.Received.class);
                task.acknowledged = from + piece.length;
            }
        }
    }

    private static Vault over(MemoryFiles files) {
        return Vault.over(new Shelf(files, RING, RANDOM), CHUNK_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void nothingAcknowledgedIsLostAndNothingIsDoubled(MemoryFiles.Loss loss) throws IOException {
        long steps = stepsWithout();
        assertThat(steps).isGreaterThan(150);
        SplittableRandom random = new SplittableRandom(20261127);
        for (long crash = 0; crash <= steps; crash++) {
            Client client = new Client();
            MemoryFiles files = new MemoryFiles();
            files.crashAt(crash);
            run(client, files, MemoryFiles.Crash.class);
            MemoryFiles found = files.afterCrash(loss, random);
            // And a second stop on the way back.
            found.crashAt(crash % 23);
            run(client, found, MemoryFiles.Crash.class);
            MemoryFiles again = found.afterCrash(loss, random);
            try (Vault vault = over(again)) {
                client.goOn(vault);
            }
            check(client, again, "step " + crash + ", loss " + loss);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void aFullDiskStopsAndLosesNothing(int fullFor) throws IOException {
        long steps = stepsWithout();
        for (long full = 0; full <= steps; full++) {
            Client client = new Client();
            MemoryFiles files = new MemoryFiles();
            files.fullBetween(full, full + fullFor);
            try (Vault vault = over(files)) {
                for (int tries = 0; !client.erased && tries < fullFor + 2; tries++) {
                    run(client, vault, MemoryFiles.DiskFull.class);
                }
                files.fullBetween(Long.MAX_VALUE, Long.MAX_VALUE);
                client.goOn(vault);
            }
            check(client, files, "full from step " + full + " for " + fullFor);
        }
    }

    @Test
    void aStopOfTheFormerProcessDoesNotStopTheNext() throws IOException {
        Client client = new Client();
        MemoryFiles files = new MemoryFiles();
        try (Vault vault = over(files)) {
            client.goOn(vault);
            client.goOn(vault);
        }
        check(client, files, "without a stop");
    }

    /** Bytes whose coming was not acknowledged may come again as others. */
    @Test
    void whatWasNotAcknowledgedLeavesNoTraceInTheDigests() throws IOException {
        long steps = 60;
        for (long full = 0; full < steps; full++) {
            MemoryFiles files = new MemoryFiles();
            byte[] other = new byte[3 * CHUNK_BYTES];
            Arrays.fill(other, (byte) 7);
            try (Vault vault = over(files)) {
                Intake intake = vault.begin(CASE);
                files.fullBetween(full, Long.MAX_VALUE);
                boolean taken = true;
                try {
                    intake.append(0, new byte[3 * CHUNK_BYTES]);
                } catch (MemoryFiles.DiskFull e) {
                    taken = false;
                }
                files.fullBetween(Long.MAX_VALUE, Long.MAX_VALUE);
                if (taken) {
                    return;
                }
                intake.append(0, other);
                Finish.Stored stored = (Finish.Stored) intake.finish();
                assertThat(stored.digests())
                        .isEqualTo(
                                DigestPass.of(
                                        Channels.newChannel(new ByteArrayInputStream(other))));
                assertThat(vault.verify(stored.id()))
                        .isEqualTo(new Verification.Intact(stored.digests()));
            }
        }
        throw new AssertionError("the disk was full at every step");
    }

    /** Whoever gives up after a stop in the middle of the end leaves a whole file or none. */
    @Test
    void anIntakeThatIsDroppedTakesNoStoredFileWithIt() throws IOException {
        byte[] bytes = new byte[3 * CHUNK_BYTES + 3];
        int whole = 0;
        int none = 0;
        for (long crash = 0; crash < 40; crash++) {
            MemoryFiles files = new MemoryFiles();
            try (Vault vault = over(files)) {
                Intake intake = vault.begin(CASE);
                intake.append(0, bytes);
                files.crashAt(crash);
                intake.finish();
            } catch (MemoryFiles.Crash e) {
                // that is the stop
            }
            MemoryFiles found = files.afterCrash(MemoryFiles.Loss.NOTHING, new SplittableRandom(1));
            try (Vault vault = over(found)) {
                for (IntakeId left : vault.intakes()) {
                    vault.drop(left);
                }
                List<StoredId> stored = vault.stored(CASE);
                for (StoredId one : stored) {
                    assertThat(vault.verify(one))
                            .as("step " + crash)
                            .isInstanceOf(Verification.Intact.class);
                }
                assertThat(found.paths())
                        .as("step " + crash)
                        .filteredOn(path -> path.contains("bodies"))
                        .hasSameSizeAs(stored);
                whole += stored.size();
                none += stored.isEmpty() ? 1 : 0;
            }
        }
        assertThat(whole).isPositive();
        assertThat(none).isPositive();
    }

    private static long stepsWithout() throws IOException {
        MemoryFiles files = new MemoryFiles();
        files.crashAt(Long.MAX_VALUE);
        try (Vault vault = over(files)) {
            new Client().goOn(vault);
        }
        return files.steps();
    }

    private static void run(Client client, MemoryFiles files, Class<? extends IOException> expected)
            throws IOException {
        try (Vault vault = over(files)) {
            run(client, vault, expected);
        }
    }

    private static void run(Client client, Vault vault, Class<? extends IOException> expected)
            throws IOException {
        try {
            client.goOn(vault);
        } catch (IOException e) {
            if (!expected.isInstance(e)) {
                throw e;
            }
        }
    }

    private static void check(Client client, MemoryFiles files, String where) throws IOException {
        try (Vault vault = over(files)) {
            Set<StoredId> expected = new HashSet<>();
            for (Client.Task task : client.tasks) {
                StoredId id = Objects.requireNonNull(task.stored).id();
                if (task.owner.equals(ERASED)) {
                    assertThat(vault.verify(id)).as(where).isInstanceOf(Verification.Erased.class);
                    continue;
                }
                expected.add(id);
                assertThat(vault.verify(id))
                        .as(where)
                        .isEqualTo(new Verification.Intact(task.stored.digests()));
                try (SeekableByteChannel channel = vault.open(id)) {
                    assertThat(Channels.newInputStream(channel).readAllBytes())
                            .as(where)
                            .isEqualTo(task.bytes);
                }
            }
            assertThat(vault.stored(CASE)).as(where).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(files.paths())
                    .as(where)
                    .filteredOn(path -> path.contains("bodies"))
                    .hasSameSizeAs(expected);
            assertThat(files.paths()).as(where).noneMatch(path -> path.startsWith(Place.INTAKES));
            assertThat(files.paths())
                    .as(where)
                    .filteredOn(path -> path.contains(ERASED.toString()))
                    .containsExactly(Place.erased(ERASED));
        }
    }
}
