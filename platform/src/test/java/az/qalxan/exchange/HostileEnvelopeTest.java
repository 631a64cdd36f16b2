package az.qalxan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.engines.threatintel.stix.StixDigest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Envelopes that are written to exhaust whoever reads them. */
class HostileEnvelopeTest {

    private static EnvelopeReading read(String text) {
        return EnvelopeReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(String text) {
        assertThat(read(text)).isInstanceOf(EnvelopeReading.Unreadable.class);
        return ((EnvelopeReading.Unreadable) read(text)).words();
    }

    /** The same piece over and over, without holding it. */
    private static InputStream repeated(String before, String piece, long times) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        InputStream endless =
                new InputStream() {
                    private long left = times * bytes.length;
                    private int at;

                    @Override
                    public int read() {
                        if (left-- <= 0) {
                            return -1;
                        }
                        int sign = bytes[at];
                        at = (at + 1) % bytes.length;
                        return sign;
                    }
                };
        return new SequenceInputStream(
                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)), endless);
    }

    @Test
    void aMillionObjectsAreNotHeld() {
        assertThat(EnvelopeReader.read(repeated("{\"objects\":[1", ",1", 1_000_000)))
                .isEqualTo(new EnvelopeReading.TooMany(EnvelopeReader.OBJECTS_MAX));
    }

    @Test
    void aTextOfAHundredMegabytesIsNotHeld() {
        EnvelopeReading reading =
                EnvelopeReader.read(repeated("{\"objects\":[{\"id\":\"", "xxxxxxxxxx", 10_000_000));
        assertThat(reading)
                .isInstanceOfAny(EnvelopeReading.TooLarge.class, EnvelopeReading.Unreadable.class);
    }

    @Test
    void blanksWithoutEndAreTooLarge() {
        assertThat(EnvelopeReader.read(repeated("{", "          ", 10_000_000)))
                .isEqualTo(new EnvelopeReading.TooLarge());
    }

    @Test
    void depthIsBoundedAndItsPlaceIsSaid() {
        assertThat(refused("{\"objects\":[" + "[".repeat(100_000)))
                .contains("/objects/0")
                .contains("line 1");
        assertThat(refused("{\"x\":" + "{\"a\":".repeat(100_000))).contains("line 1");
    }

    @Test
    void anObjectOfVeryManyValuesIsRefused() {
        assertThat(refused("{\"objects\":[{\"a\":[1" + ",1".repeat(300_000) + "]}]}"))
                .contains("/objects/0");
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] bytes = "{\"objects\":[{\"a\":\"__\"}]}".getBytes(StandardCharsets.US_ASCII);
        bytes[19] = (byte) 0xC0;
        bytes[18] = (byte) 0x80;
        assertThat(EnvelopeReader.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(EnvelopeReading.Unreadable.class);
    }

    @Test
    void brokenEnvelopesAreReadOrRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String whole =
                "{\"more\":false,\"objects\":[" + String.join(",", DemoObjects.domains()) + "]}";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] broken = bytes.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            EnvelopeReading reading = EnvelopeReader.read(new ByteArrayInputStream(broken));
            assertThat(reading).as("seed %d", seed).isNotNull();
            if (reading instanceof EnvelopeReading.Read read) {
                read.objects()
                        .forEach(one -> assertThat(StixDigest.sha256(one.node())).hasSize(32));
            }
        }
    }

    @Test
    void momentsOfAnyFormAreReadOrRefused() {
        List<String> none =
                List.of(
                        "2020-02-30T00:00:00Z",
                        "2020-01-01T24:00:00Z",
                        "2020-01-01T00:00:61Z",
                        "2020-01-01t00:00:00z",
                        "2020-01-01T00:00:00+00:00",
                        "2020-01-01T00:00:00.Z",
                        "٢٠٢٠-01-01T00:00:00Z",
                        "");
        assertThat(none).allSatisfy(one -> assertThat(StixMoment.key(one)).isEmpty());
        assertThat(StixMoment.key("2016-12-31T23:59:60Z")).isPresent();
        assertThat(StixMoment.key("2020-01-01T00:00:00.1Z"))
                .isEqualTo(StixMoment.key("2020-01-01T00:00:00.100Z"))
                .isNotEqualTo(StixMoment.key("2020-01-01T00:00:00.1000001Z"));
    }
}
