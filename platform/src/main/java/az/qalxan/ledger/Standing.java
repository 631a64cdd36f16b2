package az.qalxan.ledger;

import java.time.Instant;
import java.util.List;

/** Where a recorded fact stands. */
public sealed interface Standing {

    /** It is durable and not in the signed log yet. */
    record Waiting() implements Standing {}

    /**
     * It is in the signed log.
     *
     * @param index its place, from 0
     * @param size the size of the newest signed tree
     * @param cosigned by whom a tree that holds it was cosigned, the first time each
     */
    record InLog(long index, long size, List<Cosigned> cosigned) implements Standing {

        /** Copies the list. */
        public InLog {
            cosigned = List.copyOf(cosigned);
        }
    }

    /**
     * A witness cosigned.
     *
     * @param witness its name
     * @param at when, by the clock of the witness
     */
    record Cosigned(String witness, Instant at) {}
}
