package az.qalxan.engines.threatintel.cap;

import java.util.List;

/** What came of reading a message. */
public sealed interface CapReading {

    /** It is one. */
    record Read(CapAlert alert) implements CapReading {}

    /** It is none; all that is wrong. */
    record Refused(List<CapFault> faults) implements CapReading {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
