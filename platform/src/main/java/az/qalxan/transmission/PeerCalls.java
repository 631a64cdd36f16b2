package az.qalxan.transmission;

import az.qalxan.database.ActingAs;
import az.qalxan.database.TransactionIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to a peer over HTTPS, with certificates on both sides. */
@Component
class PeerCalls implements Wire {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 65_536;
    private static final TransactionIdentity JOB = TransactionIdentity.job("transmission");

    private final PartnerKeyStore keys;
    private final OwnIdentity own;
    private final PeersSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PeerCalls(
            PartnerKeyStore keys,
            OwnIdentity own,
            PeersSettings settings,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager manager) {
        this.keys = keys;
        this.own = own;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    public Reply send(Peer peer, byte[] frame) {
        return exchange(
                peer,
                "/messages",
                request -> request.POST(HttpRequest.BodyPublishers.ofByteArray(frame)));
    }

    /** Asks the peer for its digest of a conversation. */
    Reply askDigest(Peer peer, java.util.UUID conversation) {
        return exchange(peer, "/ledger/" + conversation, HttpRequest.Builder::GET);
    }

    private Reply exchange(
            Peer peer, String path, java.util.function.UnaryOperator<HttpRequest.Builder> method) {
        AtomicReference<String> stranger = new AtomicReference<>("");
        URI address = URI.create(peer.address().replaceAll("/$", "") + path);
        try (HttpClient client = client(peer, stranger)) {
            HttpRequest request =
                    method.apply(HttpRequest.newBuilder(address).timeout(settings.patience()))
                            .build();
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] read = body.readNBytes(ANSWER_BYTES_MAX);
                return new Reply.Answered(new String(read, StandardCharsets.US_ASCII));
            }
        } catch (HttpTimeoutException e) {
            return new Reply.Unanswered("slow", "");
        } catch (ConnectException e) {
            return new Reply.Unanswered("unreachable", "");
        } catch (SSLException e) {
            String found = stranger.get();
            return new Reply.Unanswered(found.isEmpty() ? "tls-refused" : "wrong-identity", found);
        } catch (IOException e) {
            return new Reply.Unanswered("broken-off", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unanswered("broken-off", "");
        }
    }

    private HttpClient client(Peer peer, AtomicReference<String> stranger) {
        Set<String> pinned =
                ActingAs.call(
                        JOB,
                        () ->
                                java.util.Objects.requireNonNull(
                                        transaction.execute(status -> pinned(peer))));
        OwnKey shown = ActingAs.call(JOB, () -> own.towards(peer, KeyUsage.TLS));
        SSLContext context =
                Pinned.context(
                        () -> shown,
                        fingerprint -> {
                            boolean known = pinned.contains(fingerprint);
                            stranger.set(known ? "" : fingerprint);
                            return known;
                        },
                        random);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .sslParameters(new SSLParameters(null, Pinned.versions()))
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private Set<String> pinned(Peer peer) {
        Instant now = clock.instant();
        return keys.of(peer.code()).stream()
                .filter(key -> key.usage() == KeyUsage.TLS && key.usable(now))
                .map(PartnerKey::fingerprint)
                .collect(Collectors.toSet());
    }
}
