package az.qalxan.engines.threatintel.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternValuesTest {

    private static List<String> alone(String pattern) {
        return PatternValues.of(Patterns.read(pattern)).stream()
                .map(one ->
                        one.type() + ":" + one.path() + "=" + one.text() + (one.alone() ? "" : "?"))
                .sorted()
                .toList();
    }

    @Test
    void alternativesStandAlone() {
        assertThat(alone("[ipv4-addr:value = '198.51.100.7' OR domain-name:value IN ('a', 'b')]"))
                .containsExactly(
                        "domain-name:value=a",
                        "domain-name:value=b",
                        "ipv4-addr:value=198.51.100.7");
        assertThat(alone("[url:value = 'x'] OR [url:value = 'y'] WITHIN 5 SECONDS"))
                .containsExactly("url:value=x", "url:value=y");
    }

    @Test
    void whatIsAskedForTogetherDoesNot() {
        assertThat(alone("[file:name = 'a' AND file:hashes.'SHA-256' = 'b']"))
                .containsExactly("file:hashes.SHA-256=b?", "file:name=a?");
        assertThat(alone("[url:value = 'x'] FOLLOWEDBY [url:value = 'y']"))
                .containsExactly("url:value=x?", "url:value=y?");
        assertThat(alone("[url:value = 'x'] REPEATS 3 TIMES")).containsExactly("url:value=x?");
        assertThat(
                        alone(
                                "[url:value = 'x'] START t'2020-01-01T00:00:00Z' STOP"
                                        + " t'2021-01-01T00:00:00Z'"))
                .containsExactly("url:value=x?");
    }

    @Test
    void whatIsDeniedOrLikenedIsNoValue() {
        assertThat(alone("[url:value != 'x']")).isEmpty();
        assertThat(alone("[url:value NOT = 'x']")).isEmpty();
        assertThat(alone("[url:value LIKE 'x%' OR url:value MATCHES 'x']")).isEmpty();
        assertThat(alone("[file:size = 7 OR file:created = t'2020-01-01T00:00:00Z']")).isEmpty();
    }

    @Test
    void networksAndPathsAreWrittenAsInPatterns() {
        assertThat(alone("[ipv4-addr:value ISSUBSET '198.51.100.77/24']"))
                .containsExactly("ipv4-addr:value=198.51.100.0/24");
        assertThat(alone("[ipv6-addr:value ISSUBSET '2001:db8::/32']"))
                .containsExactly("ipv6-addr:value=2001:db8:0:0:0:0:0:0/32");
        assertThat(alone("[ipv4-addr:value ISSUPERSET '198.51.100.77/24']")).isEmpty();
        assertThat(alone("[domain-name:resolves_to_refs[*].value = 'x']"))
                .containsExactly("domain-name:resolves_to_refs[*].value=x");
    }
}
