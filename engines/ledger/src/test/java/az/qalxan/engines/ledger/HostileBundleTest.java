package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives made to harm get a verdict, in time and memory that their length bounds. */
@NullMarked
class HostileBundleTest {

    private static final BundleTrust NOTHING = new BundleTrust(List.of(), null);

    @TempDir static Path folder;

    private static byte[] archive(String... names) throws IOException {
        Path zip = folder.resolve("made.zip");
        Files.deleteIfExists(zip);
        try (FileChannel out =
                FileChannel.open(
                        zip,
                        java.nio.file.StandardOpenOption.CREATE_NEW,
                        java.nio.file.StandardOpenOption.WRITE)) {
            BundleWriter writer = new BundleWriter(out);
            for (String name : names) {
                writer.put(name, new byte[] {1, 2, 3});
            }
            writer.end();
        }
        return Files.readAllBytes(zip);
    }

    private static BundleVerdict verify(byte[] bytes) throws IOException {
        Path zip = Files.write(folder.resolve("hostile.zip"), bytes);
        return LedgerBundle.verify(zip, NOTHING);
    }

    @Test
    void pathsThatLeadAwayAreRefused() throws IOException {
        for (String name : List.of("../a", "/a", "a//b", "a/..", "a\\b", "a\u001b[2Jb", "..")) {
            BundleVerdict verdict = verify(archive(name));
            assertThat(verdict.valid()).as(name).isFalse();
            assertThat(verdict.uncovered()).as(name).isEmpty();
        }
    }

    @Test
    void twoMembersCannotShareBytesOrNames() throws IOException {
        assertThat(verify(archive("a", "a")).flaws())
                .extracting(BundleFlaw::kind)
                .contains(BundleFlaw.Kind.ARCHIVE);
        byte[] two = archive("a", "b");
        ByteBuffer bytes = ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(two.length - 6);
        int second = directory + Archive.CENTRAL_BYTES + 1;
        bytes.putInt(second + 42, 0).put(second + 46, (byte) 'a');
        assertThat(verify(two).flaws())
                .extracting(BundleFlaw::kind)
                .contains(BundleFlaw.Kind.ARCHIVE);
    }

    @Test
    void sizesBeyondTheArchiveAreRefused() throws IOException {
        byte[] one = archive("a");
        ByteBuffer bytes = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(one.length - 6);
        bytes.putInt(directory + 20, 0x7FFF_FFFF).putInt(directory + 24, 0x7FFF_FFFF);
        assertThat(verify(one).valid()).isFalse();
    }

    /** Some kilobytes that unpack to lists longer than memory may be. */
    @Test
    void filesAreListedUpToABound() throws IOException {
        int half = BundleMembers.LISTED_MAX / 2 + 1;
        byte[] list = ("0".repeat(64) + " 0 a\n").repeat(half).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int item = 0; item < 3; item++) {
                String id = "00000000-0000-0000-0000-00000000000" + item;
                zip.putNextEntry(new ZipEntry(LedgerBundle.ITEMS + id + "/files"));
                zip.write(list);
                zip.closeEntry();
            }
        }
        List<BundleVerdict.ItemVerdict> items = verify(bytes.toByteArray()).items();
        assertThat(items).hasSize(3);
        long listed =
                items.stream()
                        .flatMap(item -> item.flaws().stream())
                        .filter(flaw -> flaw.member().equals("a"))
                        .count();
        assertThat(listed).isEqualTo(BundleMembers.LISTED_MAX);
        assertThat(items.getLast().flaws())
                .extracting(BundleFlaw::kind)
                .contains(BundleFlaw.Kind.FORM);
    }

    @Test
    void spoiltArchivesGetAVerdict() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("HostileBundleTest: seed " + seed);
        Random random = new Random(seed);
        Bundles bundles = new Bundles(random);
        Path zip = folder.resolve("good.zip");
        ContainerFile file = Bundles.file("a.bin", bundles.bytes(100));
        BundleParts parts = bundles.parts(List.of(bundles.recorded(List.of(file))), true);
        LedgerBundle.write(zip, parts, List.of(file));
        byte[] good = Files.readAllBytes(zip);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                int tail = random.nextBoolean() ? Math.min(900, bad.length) : bad.length;
                int place = bad.length - 1 - random.nextInt(tail);
                bad[place] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
                places.add(place);
            }
            verify(bad);
        }
        assertThat(places).isNotEmpty();
    }

    @FuzzTest(maxDuration = "2m")
    void anyBytesGetAVerdict(byte @Nullable [] bytes) throws IOException {
        if (bytes != null) {
            verify(bytes);
        }
    }
}
