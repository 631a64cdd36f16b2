package az.qalxan.assets;

import java.time.Instant;
import java.util.UUID;

/**
 * Money that went from one holding to another.
 *
 * @param sent what left
 * @param received what arrived; another currency when it was exchanged on the way
 * @param verified whether a source other than the reporter's words stands behind it
 * @param reference the bank's or the chain's own name of the transfer; empty when not known
 */
public record Transfer(
        UUID id,
        Holding from,
        Holding to,
        Money sent,
        Money received,
        Instant at,
        KnownBy knownBy,
        boolean verified,
        String reference) {

    public Transfer {
        if (from.key().equals(to.key())) {
            throw new IllegalArgumentException("a transfer has two ends: " + from.value());
        }
        if (sent.isNone() || received.isNone()) {
            throw new IllegalArgumentException("a transfer moves something");
        }
        if (sent.currency().equals(received.currency()) && received.isMoreThan(sent)) {
            throw new IllegalArgumentException("more arrived than left: " + received + " " + sent);
        }
    }

    boolean isExchange() {
        return !sent.currency().equals(received.currency());
    }
}
