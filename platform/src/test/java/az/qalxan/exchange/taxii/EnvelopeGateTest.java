package az.qalxan.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.qalxan.exchange.EnvelopeReader;
import org.junit.jupiter.api.Test;

class EnvelopeGateTest {

    private final EnvelopeGate gate = new EnvelopeGate();

    @Test
    void oneSenderCannotFillTheRoomForOthers() {
        try (EnvelopeGate.Place first = gate.enter("a", -1)) {
            assertThatThrownBy(() -> gate.enter("a", 1))
                    .isInstanceOf(TaxiiFault.class)
                    .extracting(one -> ((TaxiiFault) one).status())
                    .isEqualTo(503);
            try (EnvelopeGate.Place other = gate.enter("b", 3L * EnvelopeReader.BYTES_MAX)) {
                assertThat(gate.senders()).isEqualTo(2);
                assertThat(first).isNotSameAs(other);
            }
        }
        assertThat(gate.senders()).isZero();
    }

    @Test
    void theRoomHasAnEnd() {
        try (EnvelopeGate.Place first = gate.enter("a", -1);
                EnvelopeGate.Place second = gate.enter("b", -1)) {
            assertThatThrownBy(() -> gate.enter("c", 1)).isInstanceOf(TaxiiFault.class);
            assertThat(first).isNotSameAs(second);
        }
        gate.enter("c", 1).close();
        assertThat(gate.senders()).isZero();
    }
}
