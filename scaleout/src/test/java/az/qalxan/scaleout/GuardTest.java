package az.qalxan.scaleout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    private static final Instant TAKEN = Instant.parse("2026-11-02T12:00:00Z");
    private static final String ELSEWHERE = "192.0.2.7";

    @TempDir Path folder;

    @Test
    void aClusterDoesNotOpenItsPortsToStrangers() {
        FlinkOptions plain = new FlinkOptions();
        assertThatThrownBy(() -> plain.guarded(ELSEWHERE, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mutual TLS");
        assertThatCode(() -> plain.guarded("127.0.0.1", false)).doesNotThrowAnyException();
        assertThatCode(() -> plain.guarded(ELSEWHERE, true)).doesNotThrowAnyException();
        FlinkOptions proven = new FlinkOptions();
        proven.single = Map.of("security.ssl.internal.enabled", "true");
        assertThatCode(() -> proven.guarded(ELSEWHERE, false)).doesNotThrowAnyException();
    }

    @Test
    void passwordsCanStandInAFile() throws IOException {
        FlinkOptions options = new FlinkOptions();
        options.file = Files.writeString(folder.resolve("settings"), "a=it's\nb=2\n");
        options.single = Map.of("b", "3");
        assertThat(options.all()).containsOnly(Map.entry("a", "it's"), Map.entry("b", "3"));
        Path config = new ClusterSettings().with(options.all()).folder().resolve("config.yaml");
        assertThat(config).hasContent("a: 'it''s'\nb: '3'\n");
    }

    @Test
    void noEventIsLaterThanKafkaTookIt() {
        assertThat(Judging.at(TAKEN.plusSeconds(1), TAKEN)).isEqualTo(TAKEN);
        assertThat(Judging.at(null, TAKEN)).isEqualTo(TAKEN);
        assertThat(Judging.at(TAKEN.minusSeconds(1), TAKEN)).isEqualTo(TAKEN.minusSeconds(1));
    }
}
