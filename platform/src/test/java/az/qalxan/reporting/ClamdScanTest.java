package az.qalxan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import az.qalxan.reporting.VirusScan.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner's client against a server that speaks INSTREAM over a real socket. */
class ClamdScanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aCleanFileIsSentWholeAndFoundClean() throws IOException {
        byte[] content = new byte[3 * ClamdScan.CHUNK_BYTES + 17];
        content[content.length - 1] = 42;
        Exchange exchange = scan(content, "stream: OK\0");
        assertThat(exchange.verdict()).isEqualTo(new Verdict.Clean());
        assertThat(exchange.received()).isEqualTo(content);
    }

    @Test
    void aFindingIsNamed() throws IOException {
        assertThat(scan(new byte[] {1}, "stream: Eicar-Test-Signature FOUND\0").verdict())
                .isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
    }

    @Test
    void anythingElseIsNoVerdict() throws IOException {
        assertThat(scan(new byte[] {1}, "INSTREAM size limit exceeded. ERROR\0").verdict())
                .isInstanceOf(Verdict.NotScanned.class);
        assertThat(scan(new byte[] {1}, "").verdict()).isInstanceOf(Verdict.NotScanned.class);
        assertThat(scan(new byte[] {1}, "x".repeat(100_000)).verdict())
                .isInstanceOf(Verdict.NotScanned.class);
    }

    @Test
    void aServerThatIsAwayOrSilentIsNoVerdict() throws IOException {
        int closed;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = unused.getLocalPort();
        }
        assertThat(client(local(closed), PATIENCE).scan(new byte[] {1}))
                .isInstanceOf(Verdict.NotScanned.class);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(
                            client(local(silent.getLocalPort()), Duration.ofMillis(200))
                                    .scan(new byte[] {1}))
                    .isInstanceOf(Verdict.NotScanned.class);
        }
    }

    @Test
    void aUnixSocketServesAsWell(@TempDir Path folder) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("clamd.sock"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            CompletableFuture<byte[]> received =
                    CompletableFuture.supplyAsync(() -> {
                        try (SocketChannel peer = server.accept()) {
                            byte[] all =
                                    readStream(new DataInputStream(Channels.newInputStream(peer)));
                            Channels.newOutputStream(peer)
                                    .write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                            return all;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            SocketAddress setting = ClamdScan.address("unix:" + address.getPath());
            assertThat(client(setting, PATIENCE).scan(new byte[] {7, 8}))
                    .isEqualTo(new Verdict.Clean());
            assertThat(got(received)).containsExactly(7, 8);
        }
    }

    @Test
    void withoutAScannerEverythingIsQuarantined() {
        assertThat(new QuarantineEverything().scan(new byte[] {1}).state())
                .isEqualTo("quarantined");
    }

    private record Exchange(Verdict verdict, byte[] received) {}

    private static Exchange scan(byte[] content, String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received =
                    CompletableFuture.supplyAsync(() -> serve(server, answer));
            Verdict verdict = client(local(server.getLocalPort()), PATIENCE).scan(content);
            return new Exchange(verdict, got(received));
        }
    }

    private static byte[] serve(ServerSocket server, String answer) {
        try (Socket peer = server.accept()) {
            byte[] all = readStream(new DataInputStream(peer.getInputStream()));
            peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] readStream(DataInputStream in) throws IOException {
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            all.writeBytes(in.readNBytes(length));
        }
        return all.toByteArray();
    }

    private static byte[] got(CompletableFuture<byte[]> received) {
        try {
            return received.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static ClamdScan client(SocketAddress address, Duration patience) {
        return new ClamdScan(address, patience, Clock.systemUTC());
    }
}
