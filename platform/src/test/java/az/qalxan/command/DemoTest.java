package az.qalxan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./qalxan demo}, the first command of the README, plays its country to the end. */
class DemoTest {

    private static final int STOP_SECONDS_MAX = 60;

    private static final String LAST = "Ctrl-C stops it";

    @TempDir private Path data;

    @Test
    void aSmallCountryIsPlayedAndTellsHowToSignIn() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx768m",
                                "-Dqalxan.home=" + Path.of("..").toAbsolutePath(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Qalxan.class.getName(),
                                "demo",
                                "--port",
                                "0",
                                "--reports",
                                "30",
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            assertThat(told(process.inputReader())).contains(LAST);
        } finally {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** What it says until it has told how to sign in or has ended. */
    private static String told(BufferedReader out) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains(LAST)) {
                break;
            }
        }
        return said.toString();
    }
}
