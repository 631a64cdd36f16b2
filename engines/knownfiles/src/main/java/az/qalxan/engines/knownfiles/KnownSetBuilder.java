package az.qalxan.engines.knownfiles;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Takes digests in any order and writes them as one sorted set, each once. Memory holds one part in
 * 256 at a time; the rest waits in temporary files beside the new one.
 */
public final class KnownSetBuilder implements Closeable {

    private static final int PARTS = 256;
    private static final int BUFFER_BYTES = 1 << 15;

    private final HashKind kind;
    private final KnownOrigin origin;
    private final Path out;
    private final Path folder;
    private final OutputStream[] parts = new OutputStream[PARTS];
    private final byte[] one;
    private long taken;
    private long leftOut;

    private KnownSetBuilder(HashKind kind, KnownOrigin origin, Path out, Path folder) {
        this.kind = kind;
        this.origin = origin;
        this.out = out;
        this.folder = folder;
        this.one = new byte[kind.bytes()];
    }

    /**
     * Begins a new set.
     *
     * @param out where it will stand; an earlier one is replaced at the end, at one stroke
     */
    public static KnownSetBuilder begin(HashKind kind, KnownOrigin origin, Path out)
            throws IOException {
        Path beside = out.toAbsolutePath().getParent();
        Path folder = Files.createTempDirectory(beside == null ? Path.of(".") : beside, ".known");
        KnownSetBuilder builder = new KnownSetBuilder(kind, origin, out, folder);
        for (int i = 0; i < PARTS; i++) {
            builder.parts[i] =
                    new BufferedOutputStream(Files.newOutputStream(builder.part(i)), BUFFER_BYTES);
        }
        return builder;
    }

    private Path part(int number) {
        return folder.resolve(Integer.toString(number));
    }

    public HashKind kind() {
        return kind;
    }

    /** Takes one in hexadecimal digits of either case; whatever else it is, is left out. */
    public void take(CharSequence hex) throws IOException {
        if (hex.length() != 2 * one.length) {
            leftOut++;
            return;
        }
        for (int i = 0; i < one.length; i++) {
            int high = Character.digit(hex.charAt(2 * i), 16);
            int low = Character.digit(hex.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                leftOut++;
                return;
            }
            one[i] = (byte) (high << 4 | low);
        }
        parts[one[0] & 0xff].write(one);
        taken++;
    }

    /**
     * What was written.
     *
     * @param count digests in the set
     * @param taken with those that came twice
     * @param leftOut texts that are no digest of this kind
     */
    public record Written(long count, long taken, long leftOut) {}

    /** Sorts, drops what came twice, and puts the set in its place. */
    public Written finish() throws IOException {
        long[] fan = new long[KnownSetFile.FAN + 1];
        Path sorted = folder.resolve("sorted");
        long count = 0;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(sorted), 1 << 20)) {
            for (int i = 0; i < PARTS; i++) {
                parts[i].close();
                count += sort(Files.readAllBytes(part(i)), to, fan);
                Files.delete(part(i));
            }
        }
        for (int i = 0; i < KnownSetFile.FAN; i++) {
            fan[i + 1] += fan[i];
        }
        Path made = folder.resolve("made");
        write(made, sorted, fan);
        Files.move(made, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Written(count, taken, leftOut);
    }

    private long sort(byte[] bytes, OutputStream to, long[] fan) throws IOException {
        int width = kind.bytes();
        int all = bytes.length / width;
        Records.sort(bytes, all, width);
        long count = 0;
        for (int i = 0; i < all; i++) {
            int at = i * width;
            if (i > 0 && Arrays.equals(bytes, at - width, at, bytes, at, at + width)) {
                continue;
            }
            to.write(bytes, at + KnownSetFile.FAN_BYTES, width - KnownSetFile.FAN_BYTES);
            fan[((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) + 1]++;
            count++;
        }
        return count;
    }

    private void write(Path made, Path sorted, long[] fan) throws IOException {
        MessageDigest digest = KnownSetFile.digest();
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(made), 1 << 20);
                DataOutputStream to = new DataOutputStream(new DigestOutputStream(file, digest))) {
            byte[] told = KnownSetFile.told(origin).getBytes(StandardCharsets.UTF_8);
            to.write(KnownSetFile.MAGIC);
            to.writeInt(kind.bytes());
            to.writeLong(fan[KnownSetFile.FAN]);
            to.writeInt(told.length);
            to.write(told);
            for (long sum : fan) {
                to.writeLong(sum);
            }
            Files.copy(sorted, to);
            to.flush();
            file.write(digest.digest());
        }
    }

    /** Forgets what is not finished. */
    @Override
    public void close() throws IOException {
        for (OutputStream part : parts) {
            if (part != null) {
                part.close();
            }
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
