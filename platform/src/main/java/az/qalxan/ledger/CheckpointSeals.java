package az.qalxan.ledger;

import az.qalxan.engines.ledger.Checkpoint;
import az.qalxan.engines.ledger.NoteKey;
import az.qalxan.engines.ledger.Stamp;
import java.util.List;

/** Has the newest checkpoint cosigned and stamped by others. */
public interface CheckpointSeals {

    /**
     * A checkpoint with what others say of it.
     *
     * @param checkpoint as it was stamped, with its cosignatures
     * @param witnesses keys of those that are asked
     */
    record Sealed(Checkpoint checkpoint, List<NoteKey> witnesses, List<Stamp> stamps) {

        /** Copies the lists. */
        public Sealed {
            witnesses = List.copyOf(witnesses);
            stamps = List.copyOf(stamps);
        }
    }

    /** Asks them now; those that do not answer are left out. */
    Sealed seal();
}
