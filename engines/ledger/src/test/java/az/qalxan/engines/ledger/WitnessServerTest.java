package az.qalxan.engines.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body's witness over HTTP, as C2SP tlog-witness asks, and as a process that is killed. */
class WitnessServerTest {

    private static final int KILLS = 3;

    @TempDir Path folder;

    private final TransparencyLog log = log();

    private static TransparencyLog log() {
        try {
            return TransparencyLog.over(new MemoryFiles(), Keys.LOG, Keys.ORIGIN);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void home() throws IOException {
        WitnessHome.create(folder, new KeyName("dtx.example/witness"), new SecureRandom());
        new WitnessHome(folder).follow(Keys.LOG.key(), Keys.ORIGIN);
    }

    private record Answer(int status, String type, String body) {}

    private static Answer post(int port, byte[] body) throws IOException {
        HttpURLConnection connection = to(port, "add-checkpoint");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
        return answer(connection);
    }

    private static HttpURLConnection to(int port, String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + "/" + path);
        return (HttpURLConnection) address.toURL().openConnection();
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, connection.getContentType(), body);
        }
    }

    private byte[] request(long from) throws IOException {
        return new WitnessRequest(
                        from, from == 0 ? List.of() : log.consistency(from), log.checkpoint())
                .bytes();
    }

    @Test
    void itSpeaksTheProtocol() throws IOException {
        log.append("a".getBytes(StandardCharsets.UTF_8));
        try (WitnessHome.Opened opened = new WitnessHome(folder).open(Clock.systemUTC());
                WitnessServer server =
                        WitnessServer.start(
                                opened.witness(),
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                line -> {})) {
            int port = server.port();
            Answer first = post(port, request(0));
            assertThat(first.status()).isEqualTo(200);
            byte[] note =
                    Bytes.joined(
                            log.checkpoint().bytes(),
                            first.body().getBytes(StandardCharsets.UTF_8));
            Trust trust =
                    Checkpoint.parse(note).orElseThrow().trust(List.of(opened.witness().key()));
            assertThat(trust.witnesses()).isEqualTo(1);
            assertThat(post(port, request(0)))
                    .isEqualTo(new Answer(409, "text/x.tlog.size", "1\n"));
            assertThat(post(port, new byte[WitnessRequest.BYTES_MAX + 1]).status()).isEqualTo(413);
            assertThat(post(port, new byte[] {1}).status()).isEqualTo(400);
            assertThat(answer(to(port, "")).body()).contains(Keys.ORIGIN + " 1 ");
            assertThat(answer(to(port, "add-checkpoint")).status()).isEqualTo(405);
            assertThat(answer(to(port, "x")).status()).isEqualTo(404);
        }
    }

    @Test
    void aFolderServesOneWitnessOnly() throws IOException {
        try (WitnessHome.Opened opened = new WitnessHome(folder).open(Clock.systemUTC())) {
            assertThat(opened.witness().key().use()).isEqualTo(NoteKey.Use.WITNESS);
            assertThatThrownBy(() -> new WitnessHome(folder).open(Clock.systemUTC()))
                    .isInstanceOf(LogRefused.class);
        }
        assertThatThrownBy(() -> WitnessHome.create(folder, new KeyName("x"), new SecureRandom()))
                .isInstanceOf(LogRefused.class);
    }

    private Process start() throws IOException {
        String paths =
                System.getProperty("jdk.module.path", "")
                        + File.pathSeparator
                        + System.getProperty("java.class.path", "")
                        + File.pathSeparator
                        + Path.of("target", "classes")
                        + File.pathSeparator
                        + Path.of("target", "test-classes");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        paths,
                        WitnessProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void killedAtAnyMomentItRemembersWhatItSigned() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        System.out.println("WitnessServerTest: seed " + seed);
        Random random = new Random(seed);
        long signed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream()))) {
                int port = Integer.parseInt(out.readLine());
                Answer stale = post(port, request(Math.max(0, signed - 1)));
                long seen = stale.status() == 409 ? Long.parseLong(stale.body().strip()) : signed;
                assertThat(seen).as("seed " + seed).isGreaterThanOrEqualTo(signed);
                signed = feed(process, port, seen, random);
            }
            assertThat(process.waitFor()).isNotZero();
        }
    }

    /** Feeds it until it dies; the largest size that it signed. */
    private long feed(Process process, int port, long seen, Random random)
            throws InterruptedException {
        long signed = seen;
        Thread killer =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Thread.sleep(50 + random.nextInt(400));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            process.destroyForcibly();
                        });
        try {
            long from = seen;
            while (true) {
                log.append(Long.toString(random.nextLong()).getBytes(StandardCharsets.UTF_8));
                Answer answer = post(port, request(from));
                assertThat(answer.status()).isEqualTo(200);
                from = log.checkpoint().head().size();
                signed = from;
            }
        } catch (IOException killed) {
            killer.join();
            return signed;
        }
    }
}
