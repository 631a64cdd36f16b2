package az.qalxan.exchange.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an owner wants to be told.
 *
 * @param atOnce feed, all, grave or none; key {@code notice.rule.at-once.<code>}
 * @param types kinds of trouble that are told at once in any case
 * @param digest daily or weekly; key {@code notice.rule.digest.<code>}
 * @param digestHour the hour of the day from which what waits is told
 * @param quiet hours at which nothing is sent; null for none
 * @param wakes whether what is grave is sent in quiet hours too
 * @param mail whether a mail goes
 * @param hookUrl where a signed message goes; empty for nowhere
 */
record OwnerRule(
        String atOnce,
        List<String> types,
        String digest,
        int digestHour,
        @Nullable Quiet quiet,
        boolean wakes,
        boolean mail,
        String hookUrl) {

    static final List<String> AT_ONCE = List.of("feed", "all", "grave", "none");
    static final List<String> DIGESTS = List.of("daily", "weekly");

    /** Without a word of the owner: as the feed says, once a day, by mail. */
    static final OwnerRule USUAL =
            new OwnerRule("feed", List.of(), "daily", 0, null, true, true, "");

    /** From one hour to another; it may pass midnight. */
    record Quiet(int from, int until) {}

    OwnerRule {
        types = List.copyOf(types);
    }

    boolean hooked() {
        return !hookUrl.isEmpty();
    }

    /** Whoever has neither people here nor a hook can be told by mail alone. */
    boolean wantsMail(Owner owner) {
        return mail || owner.ownerBody().isEmpty() && !hooked();
    }
}
