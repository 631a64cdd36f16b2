package az.qalxan.evidence;

import java.util.UUID;

/** Names an exhibit in addresses and between modules. */
public record ExhibitId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
