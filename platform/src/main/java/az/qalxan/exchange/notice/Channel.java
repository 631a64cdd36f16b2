package az.qalxan.exchange.notice;

import java.util.UUID;

/**
 * A way to reach an owner.
 *
 * @param kind mail or phone
 * @param rank the least is tried first
 * @param state unverified, verified, bounced or ended; key {@code notice.channel.<state>}
 */
record Channel(UUID id, UUID owner, String kind, String address, int rank, String state) {

    /** Whether a mail to it is worth trying. */
    boolean carriesMail() {
        return kind.equals("mail") && (state.equals("verified") || state.equals("unverified"));
    }
}
