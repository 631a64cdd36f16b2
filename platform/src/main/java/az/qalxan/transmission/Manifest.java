package az.qalxan.transmission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is signed of a message: everything but the parts themselves, of which it has length and
 * digest. Its digest is the message's.
 *
 * @param v the version of this form
 * @param from the sender's instance
 * @param to the recipient's instance
 * @param speaker the body in whose name the sender writes
 * @param addressee the body of the recipient
 * @param sequence the place in what this sender says in the conversation, from 1
 * @param parts the JSON text first, then the files
 */
record Manifest(
        int v,
        UUID from,
        UUID to,
        String speaker,
        String addressee,
        UUID conversation,
        int sequence,
        UUID id,
        String kind,
        Instant sentAt,
        List<Part> parts) {

    static final int VERSION = 1;
    static final int BYTES_MAX = 32_768;

    Manifest {
        parts = List.copyOf(parts);
    }

    /** A part that follows the manifest; the JSON text has no name. */
    record Part(String name, String type, int bytes, String sha256) {}

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(8)
                                                    .maxDocumentLength(BYTES_MAX)
                                                    .maxStringLength(1_000)
                                                    .maxNumberLength(20)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    static <T> byte[] write(T signed) {
        return JSON.writeValueAsBytes(signed);
    }

    /** Reads what {@link #write} wrote; empty when the bytes are anything else. */
    static <T> Optional<T> read(byte[] bytes, Class<T> form) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, form));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** What the recipient signs when it has taken a message. */
    record Receipt(
            int v,
            UUID from,
            UUID to,
            UUID conversation,
            int sequence,
            UUID id,
            String digest,
            Instant takenAt) {}

    /**
     * What the recipient signs when it does not take a message now.
     *
     * @param code of a {@link Refusal}, or {@code held} for a message before its turn
     * @param expected the number whose turn it is; 0 when the conversation is unknown
     */
    record Answer(int v, UUID from, UUID to, String digest, String code, int expected) {}
}
