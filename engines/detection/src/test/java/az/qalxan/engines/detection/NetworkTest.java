package az.qalxan.engines.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses a network holds; what one is beside the conformance cases. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::FFFF:0a01:203, true",
        "10.0.0.0/8, ::ffff:11.1.2.3, false",
        "10.0.0.0/8, 010.1.2.3, true",
        "10.0.0.0/8, 10.1.2.3456, false",
        "10.0.0.0/8, 1.2.3.4::, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::ffff:1.2.3.4, true",
        "0.0.0.0/0, ::1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "::/0, ::ffff:1.2.3.4, true",
        "::/0, 1.2.3.4, false",
        "::ffff:10.0.0.0/104, ::ffff:10.1.2.3, true",
        "::ffff:10.0.0.0/104, ::ffff:11.1.2.3, false",
        "::ffff:10.0.0.0/104, 10.1.2.3, false",
        "2001:db8::/64, 2001:db8:0:0:ffff::1, true",
        "2001:db8::/64, 2001:db8:0:1::1, false",
        "2001:db8::/65, 2001:db8:0:0:8000::1, false",
        "2001:db8::1, 2001:0DB8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8::2, false",
        "2001:db8::1, '2001:db8::1 ', false",
        "2001:db8::1, ２001:db8::1, false",
    })
    void holds(String network, String address, boolean held) {
        Network read = Network.parse(network).orElseThrow();
        assertThat(read.holds(address)).isEqualTo(held);
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        Address other = new Address();
        assertThat(other.read(bytes, 0, bytes.length) && read.holds(other)).isEqualTo(held);
        String rule = "s:\n    f|cidr: '" + network + "'\ncondition: s";
        DetectionRule made = Rules.read(rule).rules().getFirst();
        String event = "{\"f\":[\"x\",7,null,\"" + address + "\"]}";
        assertThat(Interpreter.holds(made, Rules.event(event).event())).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0/8",
        "::/129",
        "::1::/8",
        "/8",
        "10.0.0.0/8/8",
        "256.0.0.0/8",
        "1:2:3:4:5:6:7:8:9/8",
        "12345::/8",
        "x/8"
    })
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
