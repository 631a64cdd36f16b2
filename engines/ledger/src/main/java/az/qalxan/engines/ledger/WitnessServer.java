package az.qalxan.engines.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Serves a witness over HTTP (C2SP tlog-witness): {@code POST /add-checkpoint}, and at {@code /}
 * for people its key and what it saw last. Requests need no login, for the checkpoint's signature
 * is judged; they are bounded in size, number and time.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int AT_ONCE_MAX = 64;
    private static final int CONNECTIONS_MAX = 512;
    private static final int SECONDS_MAX = 20;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final Consumer<String> journal;

    private record Reply(int status, String type, String body) {}

    private WitnessServer(Witness witness, HttpServer server, Consumer<String> journal) {
        this.witness = witness;
        this.server = server;
        this.journal = journal;
    }

    /**
     * Starts to serve.
     *
     * @param journal is told each answer in a line
     */
    public static WitnessServer start(
            Witness witness, InetSocketAddress address, Consumer<String> journal)
            throws IOException {
        // The server of the platform reads its bounds from here when it is first used.
        System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS_MAX));
        System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(SECONDS_MAX));
        System.setProperty("jdk.httpserver.maxConnections", String.valueOf(CONNECTIONS_MAX));
        HttpServer server = HttpServer.create(address, 0);
        WitnessServer served = new WitnessServer(witness, server, journal);
        server.createContext("/", served::answer);
        server.setExecutor(served.threads);
        server.start();
        return served;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            Reply reply =
                    switch (path) {
                        case "/add-checkpoint" ->
                                method.equals("POST")
                                        ? add(exchange)
                                        : notAllowed("POST", exchange);
                        case "/" -> method.equals("GET") ? tell() : notAllowed("GET", exchange);
                        default -> new Reply(404, TEXT, "not here\n");
                    };
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Reply notAllowed(String allowed, HttpExchange exchange) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return new Reply(405, TEXT, "only " + allowed + "\n");
    }

    private Reply add(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            return new Reply(503, TEXT, "too many at once\n");
        }
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(WitnessRequest.BYTES_MAX + 1);
            return body.length > WitnessRequest.BYTES_MAX
                    ? new Reply(413, TEXT, "too large\n")
                    : add(body);
        } finally {
            places.release();
        }
    }

    private Reply add(byte[] body) {
        try {
            WitnessAnswer answer = witness.add(body);
            journal.accept(answer.status() + " " + answer.getClass().getSimpleName());
            return switch (answer) {
                case WitnessAnswer.Cosigned cosigned ->
                        new Reply(cosigned.status(), TEXT, cosigned.line());
                case WitnessAnswer.Stale stale ->
                        new Reply(stale.status(), SIZE, stale.size() + "\n");
                case WitnessAnswer.Forked forked ->
                        new Reply(forked.status(), SIZE, forked.size() + "\n");
                case WitnessAnswer.Refused refused ->
                        new Reply(refused.status(), TEXT, refused.why() + "\n");
            };
        } catch (IOException e) {
            journal.accept("500 " + e.getMessage());
            return new Reply(500, TEXT, "what was seen could not be kept\n");
        }
    }

    private Reply tell() {
        StringBuilder text = new StringBuilder(witness.key().text()).append('\n');
        try {
            for (Map.Entry<String, TreeHead> log : witness.seen().entrySet()) {
                text.append(log.getKey()).append(' ').append(log.getValue().size()).append(' ');
                text.append(log.getValue().root().base64()).append('\n');
            }
            return new Reply(200, TEXT, text.toString());
        } catch (IOException e) {
            return new Reply(500, TEXT, "what was seen cannot be read\n");
        }
    }

    /** Takes no more requests; those in work get a second. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
