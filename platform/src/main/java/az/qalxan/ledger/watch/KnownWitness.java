package az.qalxan.ledger.watch;

import az.qalxan.engines.ledger.NoteKey;
import java.net.URI;

/**
 * A witness that this instance shows its checkpoints to.
 *
 * @param address where it is asked; {@code add-checkpoint} follows
 */
record KnownWitness(URI address, NoteKey key) {

    String name() {
        return key.name().value();
    }
}
