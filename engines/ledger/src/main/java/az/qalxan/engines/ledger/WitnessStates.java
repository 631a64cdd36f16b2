package az.qalxan.engines.ledger;

import java.io.IOException;
import java.util.Optional;

/** What a witness last cosigned of each log. */
interface WitnessStates {

    Optional<TreeHead> last(String origin) throws IOException;

    /** Returns when the state would outlive a crash. */
    void keep(String origin, TreeHead head) throws IOException;
}
