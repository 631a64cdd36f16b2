package az.qalxan.cooperation.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Qalxan in a process of its own, with its own data folder and database, that can be killed. */
public final class Instance {

    private static final int START_SECONDS_MAX = 180;

    final String country;
    final String body;
    public final int port;
    private final Path data;
    private final Path extra;
    private final Class<?> program;
    private @Nullable Process process;
    private @Nullable BufferedReader out;
    private @Nullable Writer in;

    /**
     * @param extra comes before the class path: the pack of an invented other country
     */
    Instance(String country, String body, Path folder, Path extra) {
        this(country, body, folder, extra, InstanceProgram.class);
    }

    /**
     * One that runs another program.
     *
     * @param program its arguments: country, data folder, port, body
     */
    public Instance(String country, String body, Path folder, Path extra, Class<?> program) {
        this.program = program;
        this.country = country;
        this.body = body;
        this.port = freePort();
        this.data = folder.resolve(country);
        this.extra = extra;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** Starts the process; {@link #ready} waits for it. */
    public void start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx512m",
                        "-cp",
                        extra + ":" + System.getProperty("java.class.path"),
                        program.getName(),
                        country,
                        data.toString(),
                        String.valueOf(port),
                        body);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
            out = process.inputReader(StandardCharsets.UTF_8);
            in = process.outputWriter(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return Path.of("target", "two-instances-" + country + ".log");
    }

    public void ready() {
        assertThat(line()).as("%s starts; see %s", country, log()).isEqualTo("READY");
    }

    private @Nullable String line() {
        try {
            return java.util.Objects.requireNonNull(out).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something there; what it answers. */
    public String tell(String... words) {
        try {
            Writer to = java.util.Objects.requireNonNull(in);
            to.write(String.join("|", words) + "\n");
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String answer = java.util.Objects.requireNonNullElse(line(), "nothing");
        assertThat(answer).as("%s: %s", country, List.of(words)).startsWith("OK ");
        return answer.substring(3);
    }

    /** Does something there that ends the process. */
    public void tellAndDie(String... words) {
        try {
            Writer to = java.util.Objects.requireNonNull(in);
            to.write(String.join("|", words) + "\n");
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        died();
    }

    /** Ends the process as kill -9 does. */
    public void kill() {
        await(java.util.Objects.requireNonNull(process).destroyForcibly());
    }

    /** Waits until the process has ended by itself. */
    public void died() {
        await(java.util.Objects.requireNonNull(process));
    }

    private static void await(Process process) {
        try {
            assertThat(process.waitFor(START_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process and the database server that it left behind. */
    public void end() {
        if (process != null) {
            process.destroyForcibly();
        }
        Path pid = data.resolve("postgresql/postmaster.pid");
        try (Stream<String> lines = Files.lines(pid)) {
            lines.findFirst()
                    .map(String::strip)
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .ifPresent(ProcessHandle::destroy);
        } catch (IOException e) {
            // no server was started
        }
    }
}
