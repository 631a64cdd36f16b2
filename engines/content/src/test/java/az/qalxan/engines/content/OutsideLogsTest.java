package az.qalxan.engines.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Event logs that others published, each beside its records as JSON: the same moments. */
class OutsideLogsTest {

    private static final Path LOGS =
            Path.of(System.getenv().getOrDefault("QALXAN_OUTSIDE_DATA", "absent"))
                    .resolve("sigma/regression_data");
    private static final Pattern TIME = Pattern.compile("\"SystemTime\": ?\"([^\"]+)\"");
    private static final int MOST = 60;

    @Test
    void momentsOfPublishedLogsAreThoseOfTheirRecords() throws IOException {
        assumeTrue(
                Files.isDirectory(LOGS),
                "outside data is absent; set QALXAN_OUTSIDE_DATA to its folder");
        List<Path> logs;
        try (Stream<Path> files = Files.walk(LOGS)) {
            logs = files.filter(file -> file.toString().endsWith(".evtx")).sorted().toList();
        }
        int compared = 0;
        for (Path log : logs) {
            Path json = Path.of(log.toString().replace(".evtx", ".json"));
            Matcher time = TIME.matcher(Files.exists(json) ? Files.readString(json) : "");
            if (compared < MOST && time.find()) {
                Collected read = Collected.read(Files.readAllBytes(log), "log.evtx");
                assertThat(read.root().type().kind()).isEqualTo("evtx");
                assertThat(read.moments.stream().map(one -> one.at().toString()))
                        .as(log.toString())
                        .contains(java.time.Instant.parse(time.group(1)).toString());
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }
}
