package az.qalxan.casework;

import az.qalxan.access.Caller;
import java.util.List;

/** What waits for a person beside tasks, for the first page; a module contributes a bean. */
@FunctionalInterface
public interface WaitingWork {

    /** What waits for the caller; nothing is left out of the list, not shown as zero. */
    List<Item> of(Caller caller);

    /**
     * A number that waits.
     *
     * @param key message key of what is counted
     * @param urgent whether somebody should act at once
     */
    record Item(String key, long count, String path, boolean urgent) {}
}
