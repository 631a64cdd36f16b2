package az.qalxan.exchange.misp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attribute of an event (MISP core format, section 2.4).
 *
 * @param object the object in which it lies; null when it lies in the event itself
 * @param stamp seconds since 1970; its version
 * @param dated whether whoever sent it said the stamp
 * @param own what it says itself of its distribution
 * @param content everything that it says, without numbers of the server that sent it
 * @param unknown names of members that the format does not know
 */
record MispAttribute(
        UUID uuid,
        @Nullable UUID object,
        String type,
        String category,
        String value,
        boolean toIds,
        boolean deleted,
        long stamp,
        boolean dated,
        Level own,
        List<String> tags,
        ObjectNode content,
        List<String> unknown) {

    MispAttribute {
        tags = List.copyOf(tags);
        unknown = List.copyOf(unknown);
    }

    String comment() {
        return content.path("comment").asString("");
    }

    String relation() {
        return content.path("object_relation").asString("");
    }

    /** Both parts of a value of a type that has two; otherwise only the first, which is whole. */
    List<String> parts() {
        int bar = type.contains("|") || type.equals("malware-sample") ? value.indexOf('|') : -1;
        return bar < 0
                ? List.of(value)
                : List.of(value.substring(0, bar), value.substring(bar + 1));
    }

    /** By which a value is found, whatever its capitals. */
    static long key(String value) {
        byte[] digest = digest("SHA-256", value.toLowerCase(Locale.ROOT));
        long key = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            key = (key << Byte.SIZE) | (digest[i] & 0xff);
        }
        return key;
    }

    static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
