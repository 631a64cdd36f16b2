package az.qalxan.engines.detection.indicator;

import static az.qalxan.engines.detection.indicator.Indicators.NOW;
import static az.qalxan.engines.detection.indicator.Indicators.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of indicators as feeds write them. */
class IndicatorReaderTest {

    private final IndicatorSet.Building building = new IndicatorSet.Building(new Random(6));

    private IndicatorsRead read(String file) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return IndicatorReader.read(in, Indicators.ORIGIN, building);
    }

    private ThreatIndicator only(String value) {
        assertThat(building.build().of(value(value), NOW)).hasSize(1);
        return building.build().of(value(value), NOW).getFirst();
    }

    @Test
    void aListHasOneValueALine() throws IOException {
        IndicatorsRead read =
                read(
                        """
                        \ufeff# bad things, indicators of them

                        bad[.]example   # why
                        0.0.0.0 worse.example
                        127.0.0.1\tworst.example # x
                        198.51.100.0/24\r
                        hxxps://url.example/x
                        nothing at all
                        """);
        assertThat(read.read()).isEqualTo(5);
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.flaws().getFirst().line()).isEqualTo(8);
        assertThat(only("x.worse.example").origin()).isEqualTo(Indicators.ORIGIN);
        only("worst.example");
        only("198.51.100.3");
        only("http://url.example/x");
    }

    @Test
    void columnsHaveTheNamesThatFeedsGiveThem() throws IOException {
        IndicatorsRead read =
                read(
                        """
                        Indicator;Type;Feed;Confidence;TLP;Valid-From;Expires;UUID;other
                        "bad.example";hostname;"bir; iki";75;TLP:GREEN;2026-01-01;2026-12-31;6b0a9d4e-0000-4000-8000-000000000001;x
                        bad2.example;mutex;;;;;;;
                        bad3.example;domain;;101;;;;;
                        bad4.example;domain;;;;;yesterday;;
                        bad5.example;domain;;;;2026-02-01;2026-01-01;;
                        bad6.example
                        """);
        assertThat(read.refused()).as("%s", read.flaws()).isEqualTo(4);
        ThreatIndicator one = only("bad.example");
        assertThat(one.value().kind()).isEqualTo(IndicatorKind.HOST);
        assertThat(one.origin()).isEqualTo(new IndicatorOrigin("bir; iki", 75, "TLP:GREEN"));
        assertThat(one.lifetime())
                .isEqualTo(
                        new Lifetime(
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(one.id()).isEqualTo(UUID.fromString("6b0a9d4e-0000-4000-8000-000000000001"));
        assertThat(only("bad6.example").origin()).isEqualTo(Indicators.ORIGIN);
    }

    @Test
    void aHeaderMayBeAComment() throws IOException {
        IndicatorsRead read =
                read(
                        """
                        ################
                        # "first_seen_utc","ioc_id","ioc_value","ioc_type","confidence_level"
                        "2026-11-01 10:00:00", "7", "198.51.100.7:443", "ip:port", "100"
                        "2026-11-01 10:00:00", "8", "D41D8CD98F00B204E9800998ECF8427E", "md5_hash", "50"
                        # Number of entries: 2
                        """);
        assertThat(read.read()).as("%s", read.flaws()).isEqualTo(2);
        assertThat(only("198.51.100.7").origin().confidence()).isEqualTo(100);
        assertThat(only("d41d8cd98f00b204e9800998ecf8427e").origin().confidence()).isEqualTo(50);
    }

    @Test
    void objectsAreReadOneALine() throws IOException {
        IndicatorsRead read =
                read(
                        """
                        {"value":"bad.example","kind":"domain-name","source":"bir","confidence":40.0,"valid_until":"2026-12-01T00:00:00+04:00","id":"indicator--6b0a9d4e-0000-4000-8000-000000000001"}
                        {"kind":"domain"}
                        {"value":
                        """);
        assertThat(read.read()).isEqualTo(1);
        assertThat(read.refused()).isEqualTo(2);
        ThreatIndicator one = only("bad.example");
        assertThat(one.lifetime().until()).isEqualTo(Instant.parse("2026-11-30T20:00:00Z"));
        assertThat(one.origin()).isEqualTo(new IndicatorOrigin("bir", 40, "TLP:AMBER"));
        assertThat(one.id().getLeastSignificantBits()).isEqualTo(0x8000_0000_0000_0001L);
    }

    @Test
    void longLinesAreRefusedAndTheNextIsRead() throws IOException {
        IndicatorsRead read = read("x".repeat(3 * FileLines.LINE_BYTES_MAX) + "\nbad.example");
        assertThat(read.read()).isEqualTo(1);
        assertThat(read.refused()).isEqualTo(1);
    }
}
