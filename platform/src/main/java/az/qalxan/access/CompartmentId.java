package az.qalxan.access;

import java.util.UUID;

/** The id of a compartment: records that only named people see. */
public record CompartmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
