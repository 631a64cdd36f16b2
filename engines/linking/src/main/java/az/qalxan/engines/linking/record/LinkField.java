package az.qalxan.engines.linking.record;

import java.util.Objects;

/**
 * A field that may be used for linking.
 *
 * @param name as it stands in reports
 * @param kind what it holds
 */
public record LinkField(String name, FieldKind kind) {

    /** Refuses a field without a name. */
    public LinkField {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A field needs a name.");
        }
    }
}
