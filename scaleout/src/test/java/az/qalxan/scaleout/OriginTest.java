package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @Test
    void aSenderMayNameTheLine() {
        assertThat(origin("17")).isEqualTo(new Origin(3, 5, 17));
        assertThat(Origin.of(origin("17").ref()).line()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-4", "1e9", "99999999999999999999999", "\u0661"})
    void whatIsNoLineLeavesThePlaceInTheTopic(String header) {
        assertThat(origin(header)).isEqualTo(new Origin(3, 5, 0));
        assertThat(Origin.of(origin(header).ref())).isEqualTo(new Origin(3, 5, 0));
    }

    @Test
    void placesOfDifferentPartitionsAreDifferentEvents() {
        assertThat(List.of(new Origin(0, 5, 0).ref(), new Origin(1, 5, 0).ref(), origin("5").ref()))
                .doesNotHaveDuplicates();
    }

    private static Origin origin(String header) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("events", 3, 5, new byte[0], new byte[0]);
        record.headers().add(Origin.LINE, header.getBytes(StandardCharsets.UTF_8));
        return Origin.of(record);
    }
}
