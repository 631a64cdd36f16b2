package az.qalxan.engines.threatintel.cap;

import java.util.List;

/** What came of reading a warning. */
public sealed interface CapReading {

    record Read(CapAlert alert) implements CapReading {}

    /** All that is wrong, by line. */
    record Refused(List<CapFault> faults) implements CapReading {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
