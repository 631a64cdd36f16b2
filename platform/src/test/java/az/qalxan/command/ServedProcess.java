package az.qalxan.command;

import az.qalxan.QalxanApplication;
import az.qalxan.access.ApiClients;
import az.qalxan.access.Role;
import az.qalxan.access.SignedIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/** {@code ./qalxan serve} as a process of its own on its own data folder, fsync on. */
final class ServedProcess implements AutoCloseable {

    private static final int STOP_SECONDS_MAX = 60;

    private final Process process;
    private final String address;

    private ServedProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Sets the folder up and gives the token of a program of the body {@code din}. */
    static String prepare(Path data) {
        SpringApplication application = new SpringApplication(QalxanApplication.class);
        application.setDefaultProperties(Map.of("server.port", 0, "qalxan.data", data.toString()));
        try (var started = application.run()) {
            return SignedIn.token(
                    started.getBean(ApiClients.class), "din", Role.DUTY_OFFICER, Role.CERT_ANALYST);
        }
    }

    static ServedProcess start(Path data) {
        return start(data, Map.of());
    }

    /** The same with further variables of the environment. */
    static ServedProcess start(Path data, Map<String, String> variables) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx512m",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Qalxan.class.getName(),
                                    "serve",
                                    "--port",
                                    "0",
                                    "--data",
                                    data.toString())
                            .redirectErrorStream(true);
            // The option wins over the variable that Spring would read the same property from.
            builder.environment().put("QALXAN_DATA", data.resolveSibling("astray").toString());
            builder.environment().putAll(variables);
            Process process = builder.start();
            return new ServedProcess(process, address(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(BufferedReader out) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Qalxan serves at ")) {
                Thread.ofVirtual().start(() -> drain(out));
                return line.substring("Qalxan serves at ".length());
            }
        }
        throw new IOException("the platform did not start:\n" + said);
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                Thread.yield();
            }
        } catch (IOException e) {
            return;
        }
    }

    String address() {
        return address;
    }

    /** Ends the program as {@code kill -9} does; PostgreSQL goes on. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends every process of PostgreSQL as {@code kill -9} does, the postmaster first. */
    static void killPostgres(Path data) {
        try {
            List<String> pidFile = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(pidFile.getFirst())).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
