package az.qalxan.casework.handover;

import java.util.List;

/** The hand-overs of a body: those that come and those that go. */
record HandOverList(List<Row> incoming, List<Row> outgoing) {

    HandOverList {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }

    /** A hand-over with the other body's name. */
    record Row(HandOver handOver, String other) {

        HandOver.Terms terms() {
            return handOver.terms();
        }
    }
}
