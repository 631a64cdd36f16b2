import az.qalxan.QalxanApplication;
import az.qalxan.access.ApiClients;
import az.qalxan.access.BodyCode;
import az.qalxan.access.NewApiClient;
import az.qalxan.access.Role;
import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;

/** The platform as a process of its own, started by the launcher as an operator starts it. */
final class Served implements AutoCloseable {

    /** All load comes with one token, whose rate would be the figure measured. */
    private static final String API_RATE_LIFTED =
            "-Dqalxan.access.rate.api.burst=1000000 -Dqalxan.access.rate.api.per-minute=60000000";

    private final Process process;
    private final Path data;
    private final int port;
    private final double secondsToAddress;

    private Served(Process process, Path data, int port, double seconds) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secondsToAddress = seconds;
    }

    /** Prepares a data folder in this process and gives the token of a program of that body. */
    static String prepare(Path data, String body, Role role) {
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port", 0,
                        "qalxan.data", data.toString(),
                        "logging.threshold.console", "OFF"));
        try (var started = application.run()) {
            ApiClients clients = started.getBean(ApiClients.class);
            NewApiClient program =
                    new NewApiClient(
                            "benchmark", new BodyCode(body), Set.of(role), Duration.ofDays(1));
            return ActingAs.call(
                    TransactionIdentity.job("benchmark"), () -> clients.register(program));
        }
    }

    /** Starts {@code ./qalxan COMMAND --port N --data DIR …} and waits for its address. */
    static Served start(Path data, String command, String... more) throws IOException {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("qalxan.home"), "qalxan").toString(),
                command, "--port", String.valueOf(port), "--data", data.toString()));
        words.addAll(List.of(more));
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("QALXAN_AS_BUILT", "yes");
        builder.environment().merge("QALXAN_JAVA_OPTIONS", API_RATE_LIFTED, (a, b) -> a + " " + b);
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains("http://localhost:" + port)) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                Thread.ofVirtual().start(() -> drain(out));
                return new Served(process, data, port, seconds);
            }
        }
        throw new IOException("the platform did not start:\n" + said);
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            return;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    double secondsToAddress() {
        return secondsToAddress;
    }

    long pid() {
        return process.pid();
    }

    /** Resident memory of the JVM, in MB. */
    double residentMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Seconds of processor time that the JVM has used. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Seconds of processor time that the living processes of PostgreSQL have used. */
    double postgresSeconds() throws IOException {
        long server =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst());
        return ProcessHandle.of(server).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(Served::millis)
                        .sum()
                / 1000.0;
    }

    private static long millis(ProcessHandle one) {
        return one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
