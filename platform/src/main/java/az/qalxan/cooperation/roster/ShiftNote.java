package az.qalxan.cooperation.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A hand-over note; only an accepted one knows by whom. */
sealed interface ShiftNote {

    Words note();

    /**
     * What the author wrote.
     *
     * @param since when the shift began that it tells of
     * @param changed requests that changed in it
     * @param runningOut requests that run out in the next one
     */
    record Words(
            UUID id,
            Instant since,
            Instant writtenAt,
            String author,
            String account,
            String words,
            List<UUID> changed,
            List<UUID> runningOut) {

        public Words {
            changed = List.copyOf(changed);
            runningOut = List.copyOf(runningOut);
        }
    }

    /** Nobody has taken it over. */
    record Written(Words note) implements ShiftNote {}

    /** The coming officer has it. */
    record Accepted(Words note, Instant at, String by, String remark) implements ShiftNote {}
}
