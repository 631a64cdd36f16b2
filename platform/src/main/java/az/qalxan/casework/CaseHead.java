package az.qalxan.casework;

import az.qalxan.access.BodyCode;
import az.qalxan.access.CompartmentId;
import az.qalxan.access.Handling;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every case has, whatever its state.
 *
 * @param compartment where it stands when only named people see it; null when its body does
 * @param version counts changes; a change that read an older version is refused
 */
public record CaseHead(
        UUID id,
        CaseNumber number,
        String title,
        BodyCode body,
        Handling handling,
        @Nullable CompartmentId compartment,
        Instant openedAt,
        int version) {

    /** Whether only named people see it. */
    public boolean restricted() {
        return compartment != null;
    }
}
