package az.qalxan.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks: exact minutes, and days that end at the same time of the day. */
class SpanTest {

    @ParameterizedTest
    @CsvSource({
        // Baku has no summer time since 2016: days have 24 hours.
        "3 days, Asia/Baku, 2026-03-28T20:30:00Z, 2026-03-31T20:30:00Z",
        // Berlin's clocks go forward on 29 March: three days have 71 hours.
        "3 days, Europe/Berlin, 2026-03-28T20:30:00Z, 2026-03-31T19:30:00Z",
        // And back on 25 October: three days have 73 hours.
        "3 days, Europe/Berlin, 2026-10-23T10:00:00Z, 2026-10-26T11:00:00Z",
        // Hours pass exactly, whatever the clocks do.
        "72 hours, Europe/Berlin, 2026-03-28T20:30:00Z, 2026-03-31T20:30:00Z",
        "60 minutes, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        // 02:30 does not exist on 29 March in Berlin: the moment behind the gap.
        "1 days, Europe/Berlin, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z",
        // Baku's own last summer time, 2015: the night of 25 October had 25 hours.
        "1 days, Asia/Baku, 2015-10-24T12:00:00Z, 2015-10-25T13:00:00Z"
    })
    void aSpanEndsWhereTheRuleHolds(String span, String zone, String start, String end) {
        assertThat(Span.parse(span).after(Instant.parse(start), ZoneId.of(zone)))
                .isEqualTo(Instant.parse(end));
    }

    @Test
    void beforeUndoesAfterWhereNoClockJumps() {
        ZoneId baku = ZoneId.of("Asia/Baku");
        Instant now = Instant.parse("2026-11-23T10:15:00Z");
        for (String span : new String[] {"30 minutes", "24 hours", "10 days"}) {
            Span one = Span.parse(span);
            assertThat(one.before(one.after(now, baku), baku)).isEqualTo(now);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 days", "3 weeks", "-1 hours", "3days", "99999 hours"})
    void otherSpansAreRefused(String text) {
        assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
