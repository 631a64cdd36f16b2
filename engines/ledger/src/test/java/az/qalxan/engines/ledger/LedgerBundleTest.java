package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle proves what it holds, and tells where it was changed. */
class LedgerBundleTest {

    private static final BundleTrust NOTHING = new BundleTrust(List.of(), null);
    private static final BundleTrust LOG = new BundleTrust(List.of(Keys.LOG.key()), null);

    @TempDir Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Bundles bundles = new Bundles(random);
    private Path zip;

    @BeforeEach
    void tell() {
        System.out.println("LedgerBundleTest: seed " + seed);
        zip = folder.resolve("bundle.zip");
    }

    private List<ContainerFile> write(byte[]... contents) throws IOException {
        List<ContainerFile> files = new ArrayList<>();
        for (byte[] content : contents) {
            files.add(Bundles.file("exhibits/" + files.size() + ".bin", content));
        }
        List<Bundles.Recorded> records =
                List.of(bundles.recorded(files), bundles.recorded(List.of()));
        LedgerBundle.write(zip, bundles.parts(records, true), files);
        return files;
    }

    private BundleVerdict verify(byte[] bytes) throws IOException {
        Path changed = Files.write(folder.resolve("changed.zip"), bytes);
        return LedgerBundle.verify(changed, NOTHING);
    }

    @Test
    void aBundleIsValidAndSaysWhereItsKeyIsKnownFrom() throws IOException {
        write(bundles.bytes(5_000), new byte[0]);
        BundleVerdict inside = LedgerBundle.verify(zip, NOTHING);
        assertThat(inside.valid()).as(inside.toString()).isTrue();
        assertThat(inside.trust()).isEqualTo(BundleVerdict.KeyTrust.BUNDLE);
        assertThat(inside.items()).hasSize(2);
        assertThat(inside.items().getFirst().files())
                .containsExactly("exhibits/0.bin", "exhibits/1.bin");
        assertThat(inside.uncovered()).isEmpty();
        assertThat(inside.signed()).hasSize(2);
        BundleVerdict outside = LedgerBundle.verify(zip, LOG);
        assertThat(outside.valid()).isTrue();
        assertThat(outside.trust()).isEqualTo(BundleVerdict.KeyTrust.OUTSIDE);
    }

    @Test
    void aKeyThatDidNotSignIsMissed() throws IOException {
        write();
        NoteKey other = Keys.signer(Keys.ORIGIN, NoteKey.Use.LOG).key();
        BundleVerdict verdict = LedgerBundle.verify(zip, new BundleTrust(List.of(other), null));
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.trust()).isEqualTo(BundleVerdict.KeyTrust.BUNDLE);
        assertThat(verdict.flaws())
                .extracting(BundleFlaw::kind)
                .containsExactly(BundleFlaw.Kind.SIGNATURE);
    }

    @Test
    void otherProgramsReadTheArchive() throws IOException {
        byte[] content = bundles.bytes(3_000_000);
        write(content);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry("exhibits/0.bin");
            assertThat(file.getInputStream(entry).readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void everyFlippedByteOfASmallBundleIsLocated() throws IOException {
        write("sübut".getBytes(StandardCharsets.UTF_8));
        byte[] good = Files.readAllBytes(zip);
        List<ArchiveMember> members = members();
        for (int place = 0; place < good.length; place += 1 + random.nextInt(7)) {
            byte[] bad = good.clone();
            bad[place] ^= (byte) (1 + random.nextInt(255));
            BundleVerdict verdict = verify(bad);
            assertThat(located(verdict, place, members))
                    .as("byte " + place + ": " + verdict)
                    .isTrue();
        }
    }

    /** Whether a flaw covers that byte: in the archive by its place, in a member by its own. */
    private boolean located(BundleVerdict verdict, int place, List<ArchiveMember> members) {
        List<BundleFlaw> flaws = new ArrayList<>(verdict.flaws());
        verdict.items().forEach(item -> flaws.addAll(item.flaws()));
        Optional<ArchiveMember> member =
                members.stream()
                        .filter(one -> place >= one.start() && place < one.start() + one.packed())
                        .findFirst();
        return flaws.stream()
                .anyMatch(flaw -> {
                    BundleFlaw.ByteRange range = flaw.range();
                    boolean here = member.isPresent() && flaw.member().equals(member.get().name());
                    long at = here ? place - member.get().start() : place;
                    return range != null
                            && (here || flaw.member().isEmpty() && member.isEmpty())
                            && (here ? range.exact() : true)
                            && at >= range.from()
                            && at < range.to();
                });
    }

    private List<ArchiveMember> members() throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            return Archive.read(file).members();
        }
    }

    @Test
    void inALargeFileTheChangedByteIsNamed() throws IOException {
        byte[] content = bundles.bytes(5 * FileDigest.BLOCK_BYTES / 2);
        write(content);
        byte[] good = Files.readAllBytes(zip);
        int start = (int) start("exhibits/0.bin");
        for (int place :
                new int[] {0, 1_048_575, 1_048_576, random.nextInt(content.length), 2_621_439}) {
            byte[] bad = good.clone();
            bad[start + place] ^= (byte) (1 + random.nextInt(255));
            List<BundleFlaw> flaws = verify(bad).items().getFirst().flaws();
            assertThat(flaws)
                    .containsExactly(
                            new BundleFlaw(
                                    BundleFlaw.Kind.FILE,
                                    "exhibits/0.bin",
                                    new BundleFlaw.ByteRange(place, place + 1L, true)));
        }
        good[start + 7] ^= 1;
        good[start + 2_000_000] ^= 1;
        assertThat(verify(good).items().getFirst().flaws())
                .extracting(BundleFlaw::range)
                .containsExactly(new BundleFlaw.ByteRange(0, 2L * FileDigest.BLOCK_BYTES, false));
    }

    private long start(String name) throws IOException {
        return members().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .start();
    }

    @Test
    void aContainerOfAnotherWriterIsReadAndItsOtherFilesAreToldApart() throws IOException {
        byte[] content = bundles.bytes(100_000);
        ContainerFile file = Bundles.file("sübut.bin", content);
        BundleParts parts = bundles.parts(List.of(bundles.recorded(List.of(file))), false);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry type = new ZipEntry("mimetype");
            byte[] words = "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.UTF_8);
            type.setMethod(ZipEntry.STORED);
            type.setSize(words.length);
            CRC32 sum = new CRC32();
            sum.update(words);
            type.setCrc(sum.getValue());
            out.putNextEntry(type);
            out.write(words);
            for (var one : LedgerBundle.files(parts).entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
            }
            out.putNextEntry(new ZipEntry("sübut.bin"));
            out.write(content);
            out.putNextEntry(new ZipEntry("META-INF/signatures.xml"));
            out.write("<x/>".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        BundleVerdict verdict = LedgerBundle.verify(zip, LOG);
        assertThat(verdict.items()).allMatch(BundleVerdict.ItemVerdict::valid);
        assertThat(verdict.flaws())
                .extracting(BundleFlaw::kind)
                .containsExactly(BundleFlaw.Kind.OTHER_ARCHIVE);
        assertThat(verdict.uncovered()).containsExactly("META-INF/signatures.xml", "mimetype");
    }

    @Test
    void anExchangedFileIsNotWhatTheRecordNames() throws IOException {
        ContainerFile real = Bundles.file("a.bin", bundles.bytes(500));
        ContainerFile other = Bundles.file("a.bin", bundles.bytes(500));
        BundleParts parts = bundles.parts(List.of(bundles.recorded(List.of(real))), false);
        LedgerBundle.write(zip, parts, List.of(other));
        BundleVerdict exchanged = LedgerBundle.verify(zip, LOG);
        assertThat(exchanged.items().getFirst().flaws())
                .extracting(BundleFlaw::kind)
                .containsExactly(BundleFlaw.Kind.FILE);
        List<BundleItem> items =
                List.of(
                        new BundleItem(
                                "",
                                parts.items().getFirst().entry(),
                                parts.items().getFirst().proof(),
                                parts.items().getFirst().opening(),
                                List.of(other.digest())));
        LedgerBundle.write(zip, parts.with(items), List.of(other));
        BundleVerdict listed = LedgerBundle.verify(zip, LOG);
        assertThat(listed.items().getFirst().flaws())
                .extracting(BundleFlaw::kind)
                .containsExactly(BundleFlaw.Kind.UNNAMED_FILE);
        assertThat(listed.uncovered()).containsExactly("a.bin");
        LedgerBundle.write(zip, parts, List.of());
        assertThat(LedgerBundle.verify(zip, LOG).items().getFirst().flaws())
                .extracting(BundleFlaw::kind)
                .containsExactly(BundleFlaw.Kind.MISSING);
    }

    @Test
    void aFileThatChangesWhileItIsWrittenIsRefused() throws IOException {
        FileDigest digest = FileDigest.of("a.bin", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        ContainerFile file =
                new ContainerFile(digest, () -> new ByteArrayInputStream(new byte[] {1, 2, 4}));
        BundleParts parts = bundles.parts(List.of(bundles.recorded(List.of())), false);
        assertThatThrownBy(() -> LedgerBundle.write(zip, parts, List.of(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.bin");
    }
}
