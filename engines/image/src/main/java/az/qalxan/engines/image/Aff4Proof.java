package az.qalxan.engines.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Digests of AFF4 that are not of the media itself: those of streams, of the digests of chunks, of
 * the map, and the one over all of them (AFF4 1.0, section 6.2).
 */
record Aff4Proof(Aff4Volume volume, String image, String data, List<Aff4Stream> streams) {

    private static final Map<String, String> MAP_PARTS =
            Map.of("mapIdxHash", "idx", "mapPointHash", "map", "mapPathHash", "mapPath");

    /** The kinds of chunk digests in the order in which they are joined. */
    private static final List<String> BLOCKS =
            List.of("md5", "sha1", "sha256", "sha512", "blake2b");

    /** Digests told of a whole stream. */
    List<StoredDigest> ofStream(Aff4Stream stream) {
        return stream.name().equals(data)
                ? List.of()
                : stream.volume().digests(stream.name(), "hash");
    }

    /** All of them but those of streams, reckoned. */
    List<DigestCheck> checks() throws IOException {
        List<DigestCheck> checks = new ArrayList<>();
        for (Map.Entry<String, String> part : MAP_PARTS.entrySet()) {
            Optional<byte[]> bytes = volume.whole(data, part.getValue());
            for (StoredDigest stored : volume.digests(data, part.getKey())) {
                checks.add(check(stored, DigestCheck.Scope.MAP, bytes.orElse(new byte[0])));
            }
        }
        for (StoredDigest stored : volume.digests(data, "mapHash")) {
            checks.add(check(stored, DigestCheck.Scope.MAP, joinedMap()));
        }
        for (Aff4Stream stream : streams) {
            blocks(stream, checks);
        }
        if (streams.size() == 1) {
            List<StoredDigest> told = new ArrayList<>(volume.digests(data, "blockMapHash"));
            told.addAll(volume.digests(image, "hash", "blockMapHash"));
            for (StoredDigest stored : told) {
                checks.add(all(stored, streams.getFirst()));
            }
        }
        return checks;
    }

    /** Bytes of all parts of the map, one behind the other. */
    private byte[] joinedMap() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part : List.of("map", "idx", "mapPath")) {
            volume.whole(data, part).ifPresent(all::writeBytes);
        }
        return all.toByteArray();
    }

    private static DigestCheck check(StoredDigest stored, DigestCheck.Scope scope, byte[] bytes) {
        String hex = HexFormat.of().formatHex(stored.kind().digest().digest(bytes));
        return new DigestCheck(stored.kind(), scope, stored.hex(), hex, false);
    }

    private static void blocks(Aff4Stream stream, List<DigestCheck> checks) throws IOException {
        for (String kind : BLOCKS) {
            String name = stream.name() + "/blockhash." + kind;
            for (StoredDigest stored : stream.volume().digests(name, "hash")) {
                byte[] reckoned = joined(stream, kind, stored.kind());
                checks.add(
                        new DigestCheck(
                                stored.kind(),
                                kind.equals(compared(stream))
                                        ? DigestCheck.Scope.BLOCKS
                                        : DigestCheck.Scope.MAP,
                                stored.hex(),
                                HexFormat.of().formatHex(reckoned),
                                false));
            }
        }
    }

    /** The kind of chunk digest that chunks were compared with; empty where there is none. */
    private static String compared(Aff4Stream stream) throws IOException {
        return stream.compared().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** The digest over all chunk digests of a kind, in order. */
    private static byte[] joined(Aff4Stream stream, String kind, DigestKind by) throws IOException {
        MessageDigest digest = by.digest();
        for (long bevy = 0; bevy * stream.perBevy() * stream.chunkBytes() < stream.size(); bevy++) {
            Optional<byte[]> some = stream.digests(bevy, kind);
            if (some.isEmpty()) {
                break;
            }
            digest.update(some.get());
        }
        return digest.digest();
    }

    private DigestCheck all(StoredDigest stored, Aff4Stream stream) throws IOException {
        MessageDigest all = stored.kind().digest();
        boolean compared = false;
        for (String kind : BLOCKS) {
            if (stream.digests(0, kind).isPresent()) {
                all.update(joined(stream, kind, stored.kind()));
                compared |= kind.equals(compared(stream));
            }
        }
        for (String part : List.of("map", "idx", "mapPath")) {
            Optional<byte[]> bytes = volume.whole(data, part);
            if (bytes.isPresent()) {
                all.update(stored.kind().digest().digest(bytes.get()));
            }
        }
        return new DigestCheck(
                stored.kind(),
                compared ? DigestCheck.Scope.BLOCKS : DigestCheck.Scope.MAP,
                stored.hex(),
                HexFormat.of().formatHex(all.digest()),
                false);
    }
}
