package az.qalxan.engines.threatintel.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StixTimestampTest {

    private static final long SECOND_OF_YEAR_0 = -62_167_219_200L;
    private static final long SECOND_OF_YEAR_10000 = 253_402_300_800L;

    @Test
    void momentsAreThoseOfTheCalendarAndComeBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Instant before = Instant.EPOCH;
        for (int i = 0; i < 5000; i++) {
            long second = random.nextLong(SECOND_OF_YEAR_0, SECOND_OF_YEAR_10000);
            Instant moment = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            StixTimestamp read = StixTimestamp.of(StixTimestamp.text(moment)).orElseThrow();
            assertThat(read.instant()).as("seed " + seed).isEqualTo(moment);
            StixTimestamp other = StixTimestamp.of(StixTimestamp.text(before)).orElseThrow();
            assertThat(Integer.signum(read.compareTo(other)))
                    .as("seed " + seed)
                    .isEqualTo(Integer.signum(moment.compareTo(before)));
            before = moment;
        }
    }

    @Test
    void digitsBeyondTheNanosecondCount() {
        StixTimestamp one = StixTimestamp.of("2026-11-28T04:00:00.1234567891Z").orElseThrow();
        StixTimestamp two = StixTimestamp.of("2026-11-28T04:00:00.1234567892Z").orElseThrow();
        assertThat(one).isLessThan(two).isNotEqualTo(two);
        assertThat(StixTimestamp.of("2026-11-28T04:00:00.10Z"))
                .isEqualTo(StixTimestamp.of("2026-11-28T04:00:00.1000Z"));
        assertThat(StixTimestamp.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    }
}
