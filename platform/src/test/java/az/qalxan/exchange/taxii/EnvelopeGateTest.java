package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.exchange.EnvelopeReader;
import org.junit.jupiter.api.Test;

class EnvelopeGateTest {

    private final EnvelopeGate gate = new EnvelopeGate();

    @Test
    void oneSenderCannotFillTheRoomForOthers() {
        try (EnvelopeGate.Place first = gate.enter("a", -1);
                EnvelopeGate.Place second = gate.enter("a", EnvelopeReader.BYTES_MAX)) {
            assertThatThrownBy(() -> gate.enter("a", 1))
                    .isInstanceOf(TaxiiFault.class)
                    .extracting(one -> ((TaxiiFault) one).status())
                    .isEqualTo(503);
            try (EnvelopeGate.Place other = gate.enter("b", 2L * EnvelopeReader.BYTES_MAX)) {
                assertThat(gate.senders()).isEqualTo(2);
                assertThat(first).isNotSameAs(second).isNotSameAs(other);
            }
        }
        assertThat(gate.senders()).isZero();
    }

    @Test
    void theRoomHasAnEnd() {
        try (EnvelopeGate.Place a = gate.enter("a", -1);
                EnvelopeGate.Place b = gate.enter("b", -1);
                EnvelopeGate.Place c = gate.enter("c", -1);
                EnvelopeGate.Place d = gate.enter("d", -1)) {
            assertThatThrownBy(() -> gate.enter("e", 1)).isInstanceOf(TaxiiFault.class);
            assertThat(java.util.List.of(a, b, c, d)).doesNotHaveDuplicates();
        }
        gate.enter("e", 1).close();
        assertThat(gate.senders()).isZero();
    }
}
