package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an EWF image together from the sections of its segments. */
final class EwfOpening {

    static final byte[] MAGIC = {'E', 'V', 'F', 0x09, 0x0d, 0x0a, (byte) 0xff, 0x00};

    private static final int NUMBER_AT = 9;
    private static final int VOLUME_BYTES = 1052;
    private static final int HASH_BYTES = 36;
    private static final int DIGEST_BYTES = 80;
    private static final int ERRORS_HEAD_BYTES = 520;
    private static final int ERRORS_MAX = 1_000_000;
    private static final int SUM_BYTES = 4;
    private static final int XML_BYTES_MAX = 1 << 16;

    private final List<ImagePart> parts;
    private final List<ImageFinding> findings = new ArrayList<>();
    private final Map<ImagePart, List<EwfSection>> sections = new IdentityHashMap<>();
    private final List<TableGroup> groups = new ArrayList<>();
    private final List<TableGroup.Place> losses = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<StoredDigest> digests = new ArrayList<>();
    private final List<MediaRange> readErrors = new ArrayList<>();

    private EwfOpening(List<ImagePart> parts) {
        this.parts = parts;
    }

    /** Opens an image whose segments are all there; the caller closes them on a refusal. */
    static ImageOpening of(List<ImagePart> parts) throws IOException {
        return new EwfOpening(parts).open();
    }

    /** The number that a segment bears; 0 where it is none. */
    static int number(ImagePart part) throws IOException {
        byte[] head = part.read(0, EwfSections.FILE_HEAD_BYTES);
        return head.length < EwfSections.FILE_HEAD_BYTES
                ? 0
                : head[NUMBER_AT] & 0xff | (head[NUMBER_AT + 1] & 0xff) << 8;
    }

    private ImageOpening open() throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            walk(i);
        }
        Optional<EwfVolume> volume = volume();
        if (volume.isEmpty()) {
            return new ImageOpening.Refused(
                    ImageRefusal.NO_VOLUME, parts.getFirst().name() + " has no readable volume");
        }
        for (ImagePart part : parts) {
            for (EwfSection section : sections.getOrDefault(part, List.of())) {
                if (foreign(section, volume.get())) {
                    return new ImageOpening.Refused(ImageRefusal.FOREIGN_SEGMENT, part.name());
                }
                read(section, volume.get());
            }
        }
        return new ImageOpening.Opened(image(volume.get()));
    }

    private void walk(int number) throws IOException {
        ImagePart part = parts.get(number);
        EwfSections walk = EwfSections.of(part);
        sections.put(part, walk.all());
        findings.addAll(walk.findings());
        walk.findings().forEach(one -> losses.add(new TableGroup.Place(number, one.offset())));
        boolean last = number == parts.size() - 1;
        if (!walk.last().equals(last ? "done" : "next")) {
            losses.add(new TableGroup.Place(number, part.size()));
            findings.add(
                    new ImageFinding(
                            ImageFinding.Kind.END_MISSING,
                            part.name(),
                            part.size(),
                            MediaRange.NONE));
        }
        EwfTables tables = EwfTables.of(walk.all(), number);
        groups.addAll(tables.groups());
        findings.addAll(tables.findings());
    }

    /** The first sound one; a damaged one serves where no copy is sound. */
    private Optional<EwfVolume> volume() throws IOException {
        Optional<EwfVolume> damaged = Optional.empty();
        for (ImagePart part : parts) {
            for (EwfSection section : sections.getOrDefault(part, List.of())) {
                if (List.of("volume", "disk", "data").contains(section.type())) {
                    Optional<EwfVolume> one = EwfVolume.of(section.content(VOLUME_BYTES));
                    if (one.isPresent() && one.get().sound()) {
                        return one;
                    }
                    findings.add(section.finding(ImageFinding.Kind.VOLUME_DAMAGED));
                    damaged = damaged.isPresent() ? damaged : one;
                }
            }
        }
        return damaged;
    }

    /** Whether a segment says by its copy of the volume that it belongs to another image. */
    private static boolean foreign(EwfSection section, EwfVolume volume) throws IOException {
        if (!section.type().equals("data") || volume.set().isEmpty()) {
            return false;
        }
        Optional<EwfVolume> copy = EwfVolume.of(section.content(VOLUME_BYTES));
        return copy.isPresent()
                && copy.get().sound()
                && !copy.get().set().isEmpty()
                && !copy.get().set().equals(volume.set());
    }

    private void read(EwfSection section, EwfVolume volume) throws IOException {
        switch (section.type()) {
            case "header", "header2" -> {
                Optional<Map<String, String>> read = EwfTexts.of(section);
                read.ifPresentOrElse(
                        told -> told.forEach(texts::putIfAbsent),
                        () -> findings.add(section.finding(ImageFinding.Kind.TEXT_DAMAGED)));
            }
            case "hash" -> digest(section, HASH_BYTES, Map.of(DigestKind.MD5, 0));
            case "digest" ->
                    digest(section, DIGEST_BYTES, Map.of(DigestKind.MD5, 0, DigestKind.SHA1, 16));
            case "xhash" -> digestsInXml(section);
            case "error2" -> errors(section, volume);
            default -> {}
        }
    }

    private void digest(EwfSection section, int bytes, Map<DigestKind, Integer> where)
            throws IOException {
        Fields fields = new Fields(section.content(bytes));
        if (fields.length() < bytes || !fields.checked(0, bytes - SUM_BYTES)) {
            findings.add(section.finding(ImageFinding.Kind.DIGEST_DAMAGED));
            return;
        }
        where.forEach((kind, at) -> {
            String hex = HexFormat.of().formatHex(fields.bytes(), at, at + kind.bytes());
            if (!hex.matches("0+")) {
                digests.add(
                        new StoredDigest(
                                kind, hex, section.part().name(), section.contentStart() + at));
            }
        });
    }

    /** What libewf writes into its own variant of the format (EWF-X). */
    private void digestsInXml(EwfSection section) throws IOException {
        Optional<byte[]> xml = Inflation.whole(section.content(XML_BYTES_MAX), XML_BYTES_MAX);
        if (xml.isEmpty()) {
            findings.add(section.finding(ImageFinding.Kind.DIGEST_DAMAGED));
            return;
        }
        String text = new String(xml.get(), java.nio.charset.StandardCharsets.UTF_8);
        for (DigestKind kind : List.of(DigestKind.MD5, DigestKind.SHA1, DigestKind.SHA256)) {
            String name = kind.algorithm().replace("-", "").toLowerCase(java.util.Locale.ROOT);
            java.util.regex.Matcher found =
                    java.util.regex.Pattern.compile(
                                    "(?i)<" + name + ">([0-9a-f]{" + 2 * kind.bytes() + "})</")
                            .matcher(text);
            if (found.find()) {
                digests.add(
                        new StoredDigest(
                                kind,
                                found.group(1).toLowerCase(java.util.Locale.ROOT),
                                section.part().name(),
                                section.contentStart()));
            }
        }
    }

    private void errors(EwfSection section, EwfVolume volume) throws IOException {
        Fields head = new Fields(section.content(ERRORS_HEAD_BYTES));
        long room = (section.contentBytes() - ERRORS_HEAD_BYTES) / 8;
        if (head.length() < ERRORS_HEAD_BYTES
                || !head.checked(0, ERRORS_HEAD_BYTES - SUM_BYTES)
                || head.word(0) > Math.min(room, ERRORS_MAX)) {
            findings.add(section.finding(ImageFinding.Kind.ERRORS_DAMAGED));
            return;
        }
        int bytes = (int) head.word(0) * 8;
        Fields entries = new Fields(section.content(ERRORS_HEAD_BYTES + bytes + SUM_BYTES));
        if (entries.length() < ERRORS_HEAD_BYTES + bytes + SUM_BYTES
                || !entries.checked(ERRORS_HEAD_BYTES, bytes)) {
            findings.add(section.finding(ImageFinding.Kind.ERRORS_DAMAGED));
        }
        for (int at = ERRORS_HEAD_BYTES;
                at < entries.length() - 7 && at < ERRORS_HEAD_BYTES + bytes;
                at += 8) {
            readErrors.add(
                    new MediaRange(
                            entries.word(at) * volume.sectorBytes(),
                            entries.word(at + 4) * volume.sectorBytes()));
        }
    }

    private EwfImage image(EwfVolume volume) {
        texts.put("mediaType", volume.mediaName());
        ImageFacts facts =
                new ImageFacts(
                        "EWF-E01",
                        parts.stream().map(ImagePart::name).toList(),
                        volume.mediaBytes(),
                        volume.sectorBytes(),
                        volume.chunkBytes(),
                        texts,
                        digests,
                        readErrors,
                        findings);
        ChunkReader chunks =
                new ChunkReader(
                        volume,
                        ChunkIndex.of(groups, losses, volume.chunks()),
                        new ChunkPlaces(volume.chunkBytes(), sections));
        return new EwfImage(facts, parts, chunks);
    }
}
