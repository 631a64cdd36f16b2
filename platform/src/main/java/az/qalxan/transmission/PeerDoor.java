package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The peers' own port: TLS 1.3, a certificate asked of everybody who calls, and nothing behind it
 * but messages and digests of ledgers.
 */
@Component
class PeerDoor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PeerDoor.class);
    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");
    private static final int CALLS_WAITING_MAX = 64;
    private static final int STOP_SECONDS = 1;

    static {
        // The server of the JDK knows these limits as settings of the whole program only.
        System.setProperty("sun.net.httpserver.maxReqTime", "120");
        System.setProperty("sun.net.httpserver.maxRspTime", "120");
        System.setProperty("jdk.httpserver.maxConnections", "256");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "50");
    }

    private final PeersSettings settings;
    private final DoorBook book;
    private final Taking taking;
    private final Ledgers ledgers;
    private final DeliveryJob job;
    private final SecureRandom random;
    private @Nullable HttpsServer server;

    PeerDoor(
            PeersSettings settings,
            DoorBook book,
            Taking taking,
            Ledgers ledgers,
            DeliveryJob job,
            SecureRandom random) {
        this.settings = settings;
        this.book = book;
        this.taking = taking;
        this.ledgers = ledgers;
        this.job = job;
        this.random = random;
    }

    @Override
    public void start() {
        Integer port = settings.port();
        if (port != null) {
            book.read();
            server = open(new InetSocketAddress(settings.host(), port));
            LOG.info("peers are answered at port {}", server.getAddress().getPort());
        }
    }

    private HttpsServer open(InetSocketAddress where) {
        SSLContext context = Pinned.context(book::ownKey, book::knows, random);
        try {
            HttpsServer opened = HttpsServer.create(where, CALLS_WAITING_MAX);
            opened.setHttpsConfigurator(
                    new HttpsConfigurator(context) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            SSLParameters tls = context.getDefaultSSLParameters();
                            tls.setProtocols(Pinned.versions());
                            tls.setNeedClientAuth(true);
                            parameters.setSSLParameters(tls);
                        }
                    });
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/messages", exchange -> answer(exchange, this::message));
            opened.createContext("/ledger/", exchange -> answer(exchange, this::ledger));
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the peers' port at " + where, e);
        }
    }

    /** Makes the answer to a peer's call. */
    private interface Answering {
        Taking.Answer to(Peer peer, HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            Optional<Peer> peer = caller((HttpsExchange) exchange);
            if (peer.isEmpty()) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            Taking.Answer answer = answering.to(peer.get(), exchange);
            drain(exchange.getRequestBody());
            job.heard(peer.get().code());
            byte[] body = answer.signed().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/jose");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("a peer's message could not be taken; the peer tries again", e);
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private Optional<Peer> caller(HttpsExchange exchange) throws IOException {
        try {
            X509Certificate shown =
                    (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
            String fingerprint = Pinned.fingerprint(shown);
            return ActingAs.call(JOB, () -> book.peer(fingerprint));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Who is refused early still hears why: what is left is read, within the limit. */
    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[16_384];
        long left = Frame.BYTES_MAX;
        int read = in.read(buffer);
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(buffer);
        }
    }

    private Taking.Answer message(Peer peer, HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("POST")
                        && exchange.getRequestURI().getPath().equals("/messages")
                ? taking.take(peer, exchange.getRequestBody())
                : new Taking.Answer(404, "");
    }

    private Taking.Answer ledger(Peer peer, HttpExchange exchange) {
        try {
            String path = exchange.getRequestURI().getPath();
            UUID conversation = UUID.fromString(path.substring("/ledger/".length()));
            return ActingAs.call(
                    JOB, () -> new Taking.Answer(200, ledgers.signed(peer, conversation)));
        } catch (IllegalArgumentException e) {
            return new Taking.Answer(404, "");
        }
    }

    /** The port that is open; -1 when none is. */
    int port() {
        HttpsServer open = server;
        return open == null ? -1 : open.getAddress().getPort();
    }

    @Override
    public void stop() {
        HttpsServer open = server;
        if (open != null) {
            open.stop(STOP_SECONDS);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
