package az.qalxan.transmission;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A message to another instance.
 *
 * @param guard who may see here that it was sent; the conversation stands so from now on
 * @param kind what it is to the module that reads it, for example {@code cooperation.request}
 * @param id drawn by the sender; sending the same id again changes nothing
 */
public record Envelope(Correspondence with, Guard guard, String kind, UUID id, Contents contents) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,3}");
    private static final int KIND_CHARS_MAX = 80;

    /**
     * @throws IllegalArgumentException when the kind has another form
     */
    public Envelope {
        Objects.requireNonNull(id, "id");
        if (!isKind(kind)) {
            throw new IllegalArgumentException("not a kind of message: " + kind);
        }
    }

    static boolean isKind(String kind) {
        return kind.length() <= KIND_CHARS_MAX && KIND.matcher(kind).matches();
    }
}
