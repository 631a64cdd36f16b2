import az.qalxan.engines.vault.CaseKey;
import az.qalxan.engines.vault.DigestPass;
import az.qalxan.engines.vault.Digests;
import az.qalxan.engines.vault.Finish;
import az.qalxan.engines.vault.Intake;
import az.qalxan.engines.vault.KeyRing;
import az.qalxan.engines.vault.MasterKey;
import az.qalxan.engines.vault.Vault;
import az.qalxan.engines.vault.Verification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes of evidence: three digests in one pass beside openssl, then into the vault beside a plain file. */
final class IntakeFilesBench {

    private static final int MIB = 1 << 20;
    private static final int SOURCE_BYTES = 64 * MIB;
    private static final int PIECE_BYTES = 8 * MIB;
    private static final Pattern SPEED = Pattern.compile("^\\S+\\s+([0-9.]+)k", Pattern.MULTILINE);

    private final Options options;
    private final Outcome outcome;
    private final byte[] source = new byte[SOURCE_BYTES];
    private final int mebibytes;
    private final int rounds;

    private IntakeFilesBench(Options options, Outcome outcome, int mebibytes, int rounds) {
        this.options = options;
        this.outcome = outcome;
        this.mebibytes = mebibytes;
        this.rounds = rounds;
        new Random(6).nextBytes(source);
    }

    public static void main(String[] words) throws Exception {
        Options options = new Options("bench intake-files [--mib N] [--rounds N]", words);
        int mebibytes = options.number("--mib", 2_048);
        int rounds = options.number("--rounds", 3);
        Outcome outcome =
                new Outcome(
                        "intake-files",
                        "%,d MiB that do not compress, from memory; best of %d rounds of digests,"
                                        .formatted(mebibytes, rounds)
                                + " medians of as many rounds of writing, each beside the other;"
                                + " 1 MB = 1,000,000 bytes",
                        options);
        IntakeFilesBench bench = new IntakeFilesBench(options, outcome, mebibytes, rounds);
        bench.digest();
        bench.store();
        outcome.end();
    }

    /** The same bytes again and again, with their number in front so that no two files are alike. */
    private ReadableByteChannel bytes(int number) {
        byte[] first = ByteBuffer.allocate(8).putInt(number).array();
        return new ReadableByteChannel() {
            private long given;

            @Override
            public int read(ByteBuffer into) {
                long left = (long) mebibytes * MIB - given;
                if (left == 0) {
                    return -1;
                }
                if (given == 0) {
                    into.put(first);
                    given = first.length;
                    return first.length;
                }
                int from = (int) (given % SOURCE_BYTES);
                int count =
                        (int) Math.min(Math.min(left, into.remaining()), SOURCE_BYTES - from);
                into.put(source, from, count);
                given += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private void digest() throws Exception {
        double all = 0;
        double alone = 0;
        double md5 = 0;
        double opensslAlone = 0;
        double opensslMd5 = 0;
        options.tell("digests");
        for (int round = 0; round < rounds; round++) {
            all = Math.max(all, speed(() -> DigestPass.of(bytes(1))));
            alone = Math.max(alone, speed(() -> plain("SHA-256")));
            opensslAlone = Math.max(opensslAlone, opensslSpeed("sha256"));
            md5 = Math.max(md5, speed(() -> plain("MD5")));
            opensslMd5 = Math.max(opensslMd5, opensslSpeed("md5"));
        }
        outcome.atLeast("SHA-256, SHA-1 and MD5 in one pass", all, 750, "MB/s");
        outcome.also("SHA-256 alone, one core", alone, "MB/s");
        outcome.also("openssl speed, SHA-256", opensslAlone, "MB/s");
        if (opensslAlone > 0) {
            outcome.atLeast("SHA-256 alone to openssl", 100 * alone / opensslAlone, 90, "%");
        }
        outcome.also("MD5 alone, one core", md5, "MB/s");
        outcome.also("openssl speed, MD5", opensslMd5, "MB/s");
    }

    private void plain(String name) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(name);
        for (int done = 0; done < mebibytes; done++) {
            digest.update(source, done % 64 * MIB, MIB);
        }
        digest.digest();
    }

    /** What openssl says of itself, on blocks of 1 MiB; 0 when it is not there. */
    private static double opensslSpeed(String digest) throws IOException, InterruptedException {
        String said = run("openssl", "speed", "-seconds", "2", "-bytes", "1048576", "-evp", digest);
        Matcher line = SPEED.matcher(said);
        return line.find() ? Double.parseDouble(line.group(1)) / 1_000 : 0;
    }

    private static String run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        }
    }

    private void store() throws Exception {
        List<Double> plain = new ArrayList<>();
        List<Double> channel = new ArrayList<>();
        List<Double> pieces = new ArrayList<>();
        List<Double> verified = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            options.tell("round %d of %d", round + 1, rounds);
            int number = 10 * round;
            plain.add(speed(() -> plainFile(number)));
            Path folder = options.work().resolve("vault-" + round);
            MasterKey key = MasterKey.of(new byte[24]);
            try (Vault vault = Vault.open(folder, KeyRing.of(key), new SecureRandom())) {
                CaseKey owner = new CaseKey(new UUID(1, round));
                List<Finish.Stored> stored = new ArrayList<>();
                channel.add(speed(() -> stored.add(channel(vault, owner, number + 1))));
                pieces.add(speed(() -> stored.add(pieces(vault, owner, number + 2))));
                verified.add(speed(() -> verified(vault, stored.getFirst())));
                if (round == 0) {
                    check(stored.getFirst().digests(), number + 1);
                }
            }
            Options.delete(folder);
        }
        double disk = median(plain);
        outcome.also("plain file, written and fsynced", disk, "MB/s");
        outcome.also("into the vault, as one stream", median(channel), "MB/s");
        outcome.atLeast("the same, to the plain file", 100 * median(channel) / disk, 60, "%");
        outcome.also("in pieces of 8 MiB, each certain", median(pieces), "MB/s");
        outcome.atLeast("the same, to the plain file", 100 * median(pieces) / disk, 60, "%");
        outcome.also("verified, read and digested", median(verified), "MB/s");
    }

    private void plainFile(int number) throws IOException {
        Path file = options.work().resolve("plain");
        ByteBuffer buffer = ByteBuffer.allocateDirect(MIB);
        try (ReadableByteChannel from = bytes(number);
                FileChannel to =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.force(true);
        }
        Files.delete(file);
    }

    private Finish.Stored channel(Vault vault, CaseKey owner, int number) throws IOException {
        Intake intake = vault.begin(owner);
        intake.append(bytes(number));
        Finish.Stored stored = (Finish.Stored) intake.finish();
        vault.drop(intake.id());
        return stored;
    }

    private Finish.Stored pieces(Vault vault, CaseKey owner, int number) throws IOException {
        Intake intake = vault.begin(owner);
        ReadableByteChannel from = bytes(number);
        ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
        long offset = 0;
        while (true) {
            piece.clear();
            while (piece.hasRemaining() && from.read(piece) >= 0) {
                // until it is full or the source ends
            }
            if (piece.position() == 0) {
                break;
            }
            intake.append(offset, java.util.Arrays.copyOf(piece.array(), piece.position()));
            offset += piece.position();
        }
        Finish.Stored stored = (Finish.Stored) intake.finish();
        vault.drop(intake.id());
        return stored;
    }

    private static void verified(Vault vault, Finish.Stored stored) throws IOException {
        if (!(vault.verify(stored.id()) instanceof Verification.Intact)) {
            throw new IllegalStateException("not intact");
        }
    }

    /** Against the platform's own SHA-256 of the same bytes. */
    private void check(Digests digests, int number) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ByteBuffer buffer = ByteBuffer.allocate(MIB);
        ReadableByteChannel from = bytes(number);
        while (from.read(buffer.clear()) >= 0) {
            sha256.update(buffer.flip());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(digests.sha256())) {
            throw new IllegalStateException("another digest");
        }
    }

    /** Something that takes time. */
    private interface Work {
        void run() throws Exception;
    }

    private double speed(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (double) mebibytes * MIB / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
