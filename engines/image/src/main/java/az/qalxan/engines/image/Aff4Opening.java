package az.qalxan.engines.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts an AFF4 image together: the disk that the container tells, its map, its streams. */
final class Aff4Opening {

    private static final List<String> TEXTS =
            List.of(
                    "caseName",
                    "caseNumber",
                    "caseDescription",
                    "evidenceNumber",
                    "examiner",
                    "notes",
                    "diskMake",
                    "diskModel",
                    "diskSerial",
                    "diskFirmware",
                    "diskInterfaceType",
                    "diskDeviceName",
                    "acquisitionCompletionState",
                    "startTime",
                    "endTime");

    /** Gives further containers, asked once and only when a stream is missing. */
    interface Beside {
        List<ImagePart> find() throws IOException;
    }

    private final List<ImagePart> parts;
    private final Beside beside;
    private final List<Aff4Volume> volumes = new ArrayList<>();
    private final Map<String, Aff4Stream> streams = new LinkedHashMap<>();
    private final List<ImageFinding> findings = new ArrayList<>();

    private Aff4Opening(List<ImagePart> parts, Beside beside) {
        this.parts = parts;
        this.beside = beside;
    }

    static ImageOpening of(List<ImagePart> parts, Beside beside) throws IOException {
        return new Aff4Opening(parts, beside).open();
    }

    private ImageOpening open() throws IOException {
        for (ImagePart part : List.copyOf(parts)) {
            take(part);
        }
        if (volumes.isEmpty()) {
            boolean zip = ZipMembers.of(parts.getFirst()).isPresent();
            return refused(
                    ImageRefusal.NOT_AN_IMAGE,
                    parts.getFirst().name()
                            + (zip
                                    ? " has no sound information.turtle"
                                    : " has no sound directory"));
        }
        Aff4Volume first = volumes.getFirst();
        if (first.ofType("Image").isEmpty() && !first.ofType("FileImage").isEmpty()) {
            return refused(ImageRefusal.LOGICAL, parts.getFirst().name());
        }
        Optional<String> image = image(first);
        Optional<String> data =
                image.flatMap(name -> first.one(name, "dataStream"))
                        .or(() -> first.ofType("Map").stream().findFirst())
                        .or(() -> first.ofType("ImageStream").stream().findFirst());
        if (data.isEmpty()) {
            return refused(ImageRefusal.NO_VOLUME, parts.getFirst().name() + " tells no stream");
        }
        return open(first, image.orElse(data.get()), data.get());
    }

    private static ImageOpening refused(ImageRefusal reason, String detail) {
        return new ImageOpening.Refused(reason, detail);
    }

    private static Optional<String> image(Aff4Volume volume) {
        for (String type : List.of("DiskImage", "ContiguousImage", "MemoryImage", "Image")) {
            for (String name : volume.ofType(type)) {
                if (volume.one(name, "dataStream").isPresent()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private void take(ImagePart part) throws IOException {
        Optional<Aff4Volume> volume = Aff4Volume.of(part);
        if (volume.isPresent()) {
            volumes.add(volume.get());
            for (String name : volume.get().ofType("ImageStream")) {
                Aff4Stream.of(volume.get(), name)
                        .ifPresent(stream -> streams.putIfAbsent(name, stream));
            }
        }
    }

    private ImageOpening open(Aff4Volume first, String image, String data) throws IOException {
        if (!needed(first, data).stream().allMatch(streams::containsKey)) {
            for (ImagePart part : beside.find()) {
                take(part);
            }
        }
        Aff4Stream alone = streams.get(data);
        Optional<Aff4Map> map =
                alone == null ? Aff4Map.of(first, data, streams) : Optional.of(Aff4Map.of(alone));
        if (map.isEmpty()) {
            return refused(ImageRefusal.NO_VOLUME, "the map " + data + " cannot be read");
        }
        return new ImageOpening.Opened(image(first, image, data, map.get()));
    }

    /** The streams that the map says to depend on. */
    private static Set<String> needed(Aff4Volume volume, String data) {
        Set<String> needed = new LinkedHashSet<>();
        volume.all(data, "dependentStream").forEach(term -> needed.add(term.value()));
        return needed;
    }

    private Aff4Image image(Aff4Volume first, String image, String data, Aff4Map map)
            throws IOException {
        List<StoredDigest> digests = new ArrayList<>(first.digests(image, "hash"));
        if (!image.equals(data)) {
            digests.addAll(first.digests(data, "hash"));
        }
        Set<Aff4Stream> used = new LinkedHashSet<>();
        for (Aff4Map.Extent extent : map.extents()) {
            if (extent.source() instanceof Aff4Map.Source.Chunks(Aff4Stream stream)) {
                used.add(stream);
            }
        }
        ImageFacts facts =
                new ImageFacts(
                        "AFF4",
                        volumes.stream().map(one -> one.zip().part().name()).toList(),
                        map.size(),
                        first.number(image, "blockSize").orElse(512L).intValue(),
                        used.stream().mapToInt(Aff4Stream::chunkBytes).findFirst().orElse(0),
                        texts(first),
                        digests,
                        map.unread(),
                        findings);
        Aff4Proof proof = new Aff4Proof(first, image, data, List.copyOf(used));
        return new Aff4Image(facts, parts, map, proof);
    }

    private static Map<String, String> texts(Aff4Volume volume) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String property : TEXTS) {
            for (String subject : volume.told().keySet()) {
                volume.one(subject, property).ifPresent(text -> texts.putIfAbsent(property, text));
            }
        }
        volume.zip()
                .whole("version.txt")
                .ifPresent(bytes ->
                        new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> line.startsWith("tool="))
                                .findFirst()
                                .ifPresent(line -> texts.put("software", line.substring(5))));
        return texts;
    }
}
