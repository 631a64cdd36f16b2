package az.qalxan.engines.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as people and feeds write them, brought into one form. */
class IndicatorValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D41D8CD98F00B204E9800998ECF8427E | MD5 | d41d8cd98f00b204e9800998ecf8427e",
                "Bad.Example. | DOMAIN | bad.example",
                "*.bad.example | DOMAIN | bad.example",
                "bad[.]example | DOMAIN | bad.example",
                "bad(dot)example | DOMAIN | bad.example",
                "bad [.] example | DOMAIN | bad.example",
                "bad\\.example | DOMAIN | bad.example",
                "münchen.example | DOMAIN | xn--mnchen-3ya.example",
                "hxxp://bad.example/A?b=C#d | URL | bad.example/A?b=C",
                "hXXps[:]//user:pw@Bad[.]Example:443 | URL | bad.example/",
                "https[://]bad.example:8080/x | URL | bad.example:8080/x",
                "ftp://bad.example?x | URL | bad.example/?x",
                "bad.example/x | URL | bad.example/x",
                "fxp://192.0.2.7/x.exe | URL | 192.0.2.7/x.exe",
                "192.0.2[.]7 | NETWORK | 192.0.2.7",
                "192.0.2.7/24 | NETWORK | 192.0.2.0/24",
                "192.0.2.7/32 | NETWORK | 192.0.2.7",
                "2001:DB8:0:0:1:0:0:1 | NETWORK | 2001:db8::1:0:0:1",
                "2001:db8::/32 | NETWORK | 2001:db8::/32",
                "2001:db8:0:0::1 | NETWORK | 2001:db8::1",
                "::ffff:192.0.2.7 | NETWORK | 192.0.2.7",
                "64:ff9b::192.0.2.7 | NETWORK | 64:ff9b::c000:207",
                "Kim.Se[@]Bad[.]example | EMAIL | kim.se@bad.example",
                "mailto:x(at)bad.example | EMAIL | x@bad.example",
                "hxxp.example | DOMAIN | hxxp.example",
            })
    void aValueHasOneForm(String written, IndicatorKind kind, String text) {
        IndicatorValue value = Indicators.value(written);
        assertThat(value.kind()).isEqualTo(kind);
        assertThat(value.text()).isEqualTo(text);
        assertThat(IndicatorValue.read(kind, value.text())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "bad..example",
                "-bad.example",
                "1.2.3",
                "1.2.3.256",
                "bad example.com",
                "0.0.0.0/0",
                "10.0.0.0/7",
                "::/0",
                "2001:db8::/129",
                "192.0.2.7/33",
                "1:2:3:4:5:6:7",
                "http://",
                "http://localhost/x",
                "http://bad.example:x/",
                "http://bad.example/a b",
                "http://[2001:db8::1]/",
                "@bad.example",
                "a b@bad.example",
                "x@localhost",
                "d41d8cd98f00b204",
                "evil.com,malware",
                "bad.123",
                "ə",
            })
    void whatIsNoValueIsRefusedWithAReason(String written) {
        assertThat(IndicatorValue.read(written))
                .isInstanceOfSatisfying(
                        NoIndicator.class, no -> assertThat(no.reason()).isNotBlank());
    }

    @Test
    void endlessTextsAreRefused() {
        String name = "a.".repeat(200) + "example";
        assertThat(IndicatorValue.read(name)).isInstanceOf(NoIndicator.class);
        String url = "http://bad.example/" + "x".repeat(IndicatorValue.TEXT_MAX);
        assertThat(IndicatorValue.read(url)).isInstanceOf(NoIndicator.class);
        assertThat(IndicatorValue.read("[".repeat(1 << 20))).isInstanceOf(NoIndicator.class);
    }
}
