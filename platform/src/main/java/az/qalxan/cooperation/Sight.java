package az.qalxan.cooperation;

import az.qalxan.access.BodyCode;
import az.qalxan.access.Handling;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may know of a request.
 *
 * @param body the body that runs it
 * @param executor code of the body that carries it out; empty when it is the same
 * @param compartment where it stands when only named people see it; null when its bodies do
 * @param homeCase number of the case that it was opened from; empty for none
 */
public record Sight(
        BodyCode body,
        String executor,
        Handling handling,
        @Nullable UUID compartment,
        String homeCase) {

    Sight executedBy(String code) {
        return new Sight(body, code, handling, compartment, homeCase);
    }
}
