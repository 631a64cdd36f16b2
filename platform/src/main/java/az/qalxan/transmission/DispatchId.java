package az.qalxan.transmission;

import java.util.UUID;

/** The id of a message that goes out: its envelope's. */
public record DispatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
