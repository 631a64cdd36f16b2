package az.qalxan.access;

import java.util.Objects;
import java.util.UUID;

/** The id of an account: of a person, or of a body's program. */
public record AccountId(UUID value) {

    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
