package az.qalxan.assets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A freeze as a list shows it.
 *
 * @param deadline what runs out next; null when nothing does
 * @param keeper the acronym of the organisation that was asked; empty when none was
 */
record FreezeLine(Freeze freeze, @Nullable Deadline deadline, String keeper) {

    FreezeHead head() {
        return freeze.head();
    }

    /** What is held now; null when nothing is. */
    @Nullable Money held() {
        return freeze instanceof Freeze.Held held ? held.hold().left() : null;
    }

    boolean past(Instant now) {
        return deadline != null && deadline.past(now);
    }

    /** The address of its page. */
    String path() {
        return "/assets/freezes/" + head().number();
    }

    boolean drafted() {
        return freeze instanceof Freeze.Drafted;
    }

    boolean awaiting() {
        return freeze instanceof Freeze.Awaiting;
    }
}
