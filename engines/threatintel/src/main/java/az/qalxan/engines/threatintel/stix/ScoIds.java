package az.qalxan.engines.threatintel.stix;

import az.qalxan.engines.threatintel.json.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Identifiers of observables that follow from what they are (§2.9, §3.4). */
public final class ScoIds {

    /** Only deterministic identifiers of observables use it. */
    public static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /** Of several hashes the first of these makes the identifier, else the first by name. */
    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

    private ScoIds() {}

    /** Whether the specification says how observables of the type are named. */
    static boolean known(String type) {
        return Specification.stix21().contributing().containsKey(type);
    }

    /** The identifier; nothing when no property that contributes is there. */
    public static Optional<StixId> of(ObjectNode observable) {
        String type = observable.path("type").asString("");
        List<String> names = Specification.stix21().contributing().getOrDefault(type, List.of());
        ObjectNode contributing = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode value = observable.get(name);
            if (value != null) {
                contributing.set(name, name.equals("hashes") ? oneHash(value) : value);
            }
        }
        if (contributing.isEmpty()) {
            return Optional.empty();
        }
        String name = CanonicalJson.of(contributing);
        return Optional.of(new StixId(type, uuid(NAMESPACE, name).toString()));
    }

    private static JsonNode oneHash(JsonNode hashes) {
        if (!hashes.isObject() || hashes.isEmpty()) {
            return hashes;
        }
        String algorithm =
                HASHES.stream()
                        .filter(hashes::has)
                        .findFirst()
                        .orElseGet(
                                () -> hashes.propertyNames().stream().sorted().toList().getFirst());
        return JsonNodeFactory.instance.objectNode().set(algorithm, hashes.get(algorithm));
    }

    /** A UUID of version 5 (RFC 4122 §4.3). */
    public static UUID uuid(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(namespace.getMostSignificantBits())
                            .putLong(namespace.getLeastSignificantBits())
                            .array());
            ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long most = digest.getLong() & ~0xF000L | 0x5000L;
            long least = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
