package az.qalxan.engines.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of the own small writer: read whole, read damaged, refused. */
class EwfImageTest {

    private static final byte[] MEDIA = Images.media(200 * 4096, 11);

    private static int at(byte[] segment, String type, int nth) {
        byte[] name = Arrays.copyOf(type.getBytes(StandardCharsets.US_ASCII), 16);
        for (int i = 13; i + 76 <= segment.length; i++) {
            if (Arrays.equals(segment, i, i + 16, name, 0, 16)
                    && EwfSection.Head.of(segment, i).sound()
                    && nth-- == 0) {
                return i;
            }
        }
        throw new AssertionError("no section " + type);
    }

    private static List<byte[]> spoilt(List<byte[]> segments, int segment, int offset) {
        List<byte[]> spoilt = new ArrayList<>(segments);
        byte[] bytes = segments.get(segment).clone();
        bytes[offset] ^= 0x55;
        spoilt.set(segment, bytes);
        return spoilt;
    }

    private static List<ImageFinding.Kind> kinds(ImageVerification verification) {
        return verification.findings().stream().map(ImageFinding::kind).toList();
    }

    @Test
    void everyByteIsReadAndEveryDigestAgrees() throws IOException {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        assertThat(segments).hasSize(10);
        try (DiskImage image = Images.open(segments)) {
            assertThat(Images.all(image.channel())).isEqualTo(MEDIA);
            assertThat(image.facts().texts())
                    .containsAllEntriesOf(
                            Map.of(
                                    "caseNumber", "2026-1",
                                    "examiner", "Əliyev",
                                    "acquired", "2025-11-27T19:00:00Z",
                                    "mediaType", "fixed disk"));
            assertThat(image.facts().findings()).isEmpty();
        }
        ImageVerification verification = Images.verify(segments);
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.INTACT);
        assertThat(verification.bytes()).isEqualTo(MEDIA.length);
        assertThat(verification.digests()).hasSize(2).allMatch(DigestCheck::agrees);
    }

    @Test
    void anyPlaceIsReadAlone() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (DiskImage image = Images.open(new EwfWriter().write(MEDIA));
                MediaChannel channel = image.channel()) {
            for (int i = 0; i < 300; i++) {
                int from = random.nextInt(MEDIA.length + 1);
                ByteBuffer some = ByteBuffer.allocate(random.nextInt(20_000) + 1);
                int count = channel.position(from).read(some);
                int there = Math.min(some.capacity(), MEDIA.length - from);
                assertThat(count).as("seed " + seed).isEqualTo(there == 0 ? -1 : there);
                assertThat(Arrays.copyOf(some.array(), there))
                        .isEqualTo(Arrays.copyOfRange(MEDIA, from, from + there));
            }
        }
    }

    @Test
    void tablesThatHoldTheirChunksAreRead() {
        EwfWriter writer = new EwfWriter();
        writer.chunksInTable = true;
        ImageVerification verification = Images.verify(writer.write(MEDIA));
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.INTACT);
    }

    /** Beyond 2 GiB some tools let the offset grow into the bit that says packed. */
    @Test
    void offsetsBeyondTwoGibibytesAreCounted() throws IOException {
        int[] told = {0x7fff_0000 | 1 << 31, 0x7fff_8004, 0x8000_0008, 0x8000_800c};
        ByteBuffer entries = ByteBuffer.allocate(16).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int one : told) {
            entries.putInt(one);
        }
        ImagePart part = new ImagePart("x", new Images.Bytes(entries.array()));
        ChunkTable.Entries read = new ChunkTable(part, 0, 4, 100, true).entries();
        assertThat(read.offsets())
                .containsExactly(
                        0x7fff_0000L + 100,
                        0x7fff_8004L + 100,
                        0x8000_0008L + 100,
                        0x8000_800cL + 100);
        assertThat(read.packed()).containsExactly(true, false, false, false);
    }

    @Test
    void withoutDigestsItIsUnproven() {
        EwfWriter writer = new EwfWriter();
        writer.digests = false;
        ImageVerification verification = Images.verify(writer.write(MEDIA));
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.UNPROVEN);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void readErrorsOfTheSourceAreTold() throws IOException {
        EwfWriter writer = new EwfWriter();
        writer.readErrors = new long[][] {{8, 16}, {100, 1}};
        try (DiskImage image = Images.open(writer.write(MEDIA))) {
            assertThat(image.facts().readErrors())
                    .containsExactly(
                            new MediaRange(8 * 512, 16 * 512), new MediaRange(100 * 512, 512));
        }
    }

    @Test
    void aSpoiltChunkIsNamedAndReadAsZeros() throws IOException {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        int sectors = at(segments.get(1), "sectors", 0) + 76;
        List<byte[]> spoilt = spoilt(segments, 1, sectors + 100);
        ImageVerification verification = Images.verify(spoilt);
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        assertThat(verification.findings())
                .containsExactly(
                        new ImageFinding(
                                ImageFinding.Kind.CHUNK_DAMAGED,
                                "x.E02",
                                sectors,
                                new MediaRange(20 * 4096, 4096)));
        byte[] expected = MEDIA.clone();
        Arrays.fill(expected, 20 * 4096, 21 * 4096, (byte) 0);
        try (DiskImage image = Images.open(spoilt);
                MediaChannel channel = image.channel()) {
            assertThat(Images.all(channel)).isEqualTo(expected);
            assertThat(channel.losses()).containsExactly(new MediaRange(20 * 4096, 4096));
        }
    }

    @Test
    void theTwinServesForADamagedTable() {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        for (String type : List.of("table", "table2")) {
            for (int inside : new int[] {76, 76 + 9, 76 + 30, 76 + 24 + 40}) {
                ImageVerification verification =
                        Images.verify(spoilt(segments, 2, at(segments.get(2), type, 1) + inside));
                assertThat(kinds(verification)).containsExactly(ImageFinding.Kind.TABLE_DAMAGED);
                assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.INTACT);
            }
        }
    }

    @Test
    void ofTwoDamagedTablesOnlyWhatNeitherLeadsToIsLost() {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        int one = at(segments.get(2), "table", 0) + 76 + 24;
        int two = at(segments.get(2), "table2", 0) + 76 + 24;
        ImageVerification different =
                Images.verify(spoilt(spoilt(segments, 2, one + 4 * 3), 2, two + 4 * 6));
        assertThat(different.lostBytes()).isZero();
        assertThat(different.digests()).allMatch(DigestCheck::agrees);
        assertThat(different.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        ImageVerification same =
                Images.verify(spoilt(spoilt(segments, 2, one + 4 * 3), 2, two + 4 * 3));
        assertThat(same.findings())
                .filteredOn(found -> found.kind() == ImageFinding.Kind.CHUNK_DAMAGED)
                .extracting(ImageFinding::media)
                .containsExactly(new MediaRange(43 * 4096, 4096));
    }

    @Test
    void aDamagedDescriptionLosesNothingElse() {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        for (String type : List.of("sectors", "table", "table2", "data")) {
            for (int inside : new int[] {3, 17, 40, 73}) {
                int at = at(segments.get(3), type, 0) + inside;
                ImageVerification verification = Images.verify(spoilt(segments, 3, at));
                assertThat(verification.lostBytes()).as(type + " " + inside).isZero();
                assertThat(verification.digests()).allMatch(DigestCheck::agrees);
                assertThat(kinds(verification)).contains(ImageFinding.Kind.SECTION_DAMAGED);
                assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
            }
        }
    }

    @Test
    void aLostTableMovesNoOtherChunk() throws IOException {
        EwfWriter writer = new EwfWriter();
        writer.twins = false;
        List<byte[]> segments = writer.write(MEDIA);
        List<byte[]> spoilt = spoilt(segments, 4, at(segments.get(4), "table", 0));
        ImageVerification verification = Images.verify(spoilt);
        assertThat(verification.lostBytes()).isEqualTo(10 * 4096);
        byte[] expected = MEDIA.clone();
        Arrays.fill(expected, 80 * 4096, 90 * 4096, (byte) 0);
        try (DiskImage image = Images.open(spoilt)) {
            assertThat(Images.all(image.channel())).isEqualTo(expected);
        }
        List<byte[]> twice = spoilt(spoilt, 6, at(segments.get(6), "table", 1));
        Arrays.fill(expected, 80 * 4096, 140 * 4096, (byte) 0);
        try (DiskImage image = Images.open(twice)) {
            assertThat(Images.all(image.channel())).isEqualTo(expected);
        }
    }

    @Test
    void aCutSegmentEndsWithoutAnEnd() {
        List<byte[]> segments = new ArrayList<>(new EwfWriter().write(MEDIA));
        byte[] last = segments.getLast();
        segments.set(9, Arrays.copyOf(last, at(last, "table", 1) - 1));
        ImageVerification verification = Images.verify(segments);
        assertThat(kinds(verification))
                .contains(ImageFinding.Kind.END_MISSING, ImageFinding.Kind.CHUNK_MISSING);
        assertThat(verification.lostBytes()).isEqualTo(10 * 4096);
        segments.set(9, last);
        byte[] middle = segments.get(5);
        segments.set(5, Arrays.copyOf(middle, at(middle, "table", 1) - 1));
        assertThat(Images.verify(segments).lostBytes()).isEqualTo(10 * 4096);
    }

    @Test
    void damagedTextsDigestsAndVolumesAreTold() {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        Map<ImageFinding.Kind, List<byte[]>> each =
                Map.of(
                        ImageFinding.Kind.TEXT_DAMAGED,
                        spoilt(segments, 0, at(segments.get(0), "header2", 0) + 76 + 20),
                        ImageFinding.Kind.DIGEST_DAMAGED,
                        spoilt(segments, 9, at(segments.get(9), "digest", 0) + 76 + 3),
                        ImageFinding.Kind.VOLUME_DAMAGED,
                        spoilt(segments, 0, at(segments.get(0), "volume", 0) + 76 + 8));
        each.forEach((kind, spoilt) -> {
            ImageVerification verification = Images.verify(spoilt);
            assertThat(kinds(verification)).containsExactly(kind);
            assertThat(verification.lostBytes()).isZero();
            assertThat(verification.digests()).allMatch(DigestCheck::agrees);
            assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        });
    }

    @Test
    void anotherDigestIsFound() {
        EwfWriter writer = new EwfWriter();
        writer.digests = false;
        byte[] other = MEDIA.clone();
        other[5]++;
        List<byte[]> whole = new EwfWriter().write(MEDIA);
        List<byte[]> changed = new ArrayList<>(new EwfWriter().write(other));
        changed.set(9, whole.get(9));
        ImageVerification verification = Images.verify(changed);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.digests()).allMatch(DigestCheck::differs);
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
    }

    @Test
    void bytesBeyondTheMediaAreToldAndMayExplainADigest() {
        byte[] uneven = Arrays.copyOf(MEDIA, MEDIA.length - 100);
        ImageVerification verification = Images.verify(new EwfWriter().write(uneven));
        assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
        assertThat(verification.digests())
                .allMatch(check -> check.differs() && check.beyondMedia());
        assertThat(kinds(verification)).containsExactly(ImageFinding.Kind.BEYOND_MEDIA);
    }

    @Test
    void whatIsNoImageOrIncompleteIsRefused(@TempDir Path folder) throws IOException {
        List<byte[]> segments = new EwfWriter().write(MEDIA);
        assertThat(refusal(List.of(new byte[0]))).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
        assertThat(refusal(List.of(MEDIA))).isEqualTo(ImageRefusal.NOT_AN_IMAGE);
        assertThat(refusal(segments.subList(1, 3))).isEqualTo(ImageRefusal.NOT_THE_FIRST_SEGMENT);
        assertThat(refusal(List.of(segments.get(0), segments.get(2))))
                .isEqualTo(ImageRefusal.FOREIGN_SEGMENT);
        EwfWriter other = new EwfWriter();
        other.set = 8;
        List<byte[]> mixed = new ArrayList<>(segments);
        mixed.set(3, other.write(MEDIA).get(3));
        assertThat(refusal(mixed)).isEqualTo(ImageRefusal.FOREIGN_SEGMENT);
        byte[] ex01 = "EVF2\r\n\u0081\0..........".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(List.of(ex01))).isEqualTo(ImageRefusal.EWF2);
        byte[] logical = segments.get(0).clone();
        logical[0] = 'L';
        assertThat(refusal(List.of(logical))).isEqualTo(ImageRefusal.LOGICAL);
        byte[] novolume = segments.get(9).clone();
        novolume[9] = 1;
        assertThat(refusal(List.of(Arrays.copyOf(segments.get(0), 13))))
                .isEqualTo(ImageRefusal.NO_VOLUME);
        for (int i = 0; i < 9; i++) {
            Files.write(folder.resolve("x.e0" + (i + 1)), segments.get(i));
        }
        assertThat(DiskImages.open(folder.resolve("x.e01")))
                .isEqualTo(
                        new ImageOpening.Refused(
                                ImageRefusal.SEGMENT_MISSING, "segment 10 of x.e01"));
        Files.write(folder.resolve("x.e10"), segments.get(9));
        assertThat(DiskImages.open(folder.resolve("x.e01")))
                .isInstanceOfSatisfying(
                        ImageOpening.Opened.class,
                        opened -> assertThat(opened.image().facts().files()).hasSize(10));
    }

    private static ImageRefusal refusal(List<byte[]> segments) throws IOException {
        return switch (DiskImages.open(Images.parts(segments))) {
            case ImageOpening.Refused refused -> refused.reason();
            case ImageOpening.Opened opened -> throw new AssertionError(opened.toString());
        };
    }

    @Test
    void segmentsAreNamedAsInTheField() {
        SegmentNames names = SegmentNames.of("disk.x.E01").orElseThrow();
        assertThat(
                        List.of(1, 99, 100, 125, 126, 775, 776, SegmentNames.SEGMENTS_MAX).stream()
                                .map(number -> names.name(number).orElseThrow()))
                .containsExactly(
                        "disk.x.E01",
                        "disk.x.E99",
                        "disk.x.EAA",
                        "disk.x.EAZ",
                        "disk.x.EBA",
                        "disk.x.EZZ",
                        "disk.x.FAA",
                        "disk.x.ZZZ");
        assertThat(names.name(SegmentNames.SEGMENTS_MAX + 1)).isEmpty();
        assertThat(SegmentNames.of("d.e01").orElseThrow().name(100)).hasValue("d.eaa");
        assertThat(SegmentNames.of("d.raw")).isEmpty();
    }

    @Test
    void aHugeMediaOfNothingCostsNothing() throws Exception {
        EwfWriter writer = new EwfWriter();
        writer.sectors = 1L << 48;
        try (DiskImage image = Images.open(writer.write(MEDIA))) {
            ImageVerification verification = image.verify(Set.of(), done -> {});
            assertThat(verification.verdict()).isEqualTo(ImageVerification.Verdict.FAILED);
            assertThat(verification.bytes()).isEqualTo(MEDIA.length);
            assertThat(verification.digests()).allMatch(check -> check.reckoned() == null);
        }
    }
}
