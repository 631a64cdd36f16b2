package az.qalxan.ledger.watch;

import az.qalxan.database.ActingAs;
import az.qalxan.ledger.Continuing;
import az.qalxan.ledger.PublishedLog;
import az.qalxan.web.OpenToEveryone;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log for everybody, under the paths of C2SP tlog-tiles: the checkpoint and the tiles of
 * hashes. They tell how many leaves there are and nothing of them; what the leaves are is not here,
 * because equal subjects show in them.
 */
@RestController
@RequestMapping("/log")
class PublicLog {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private static final int PEM_WIDTH = 64;

    private final PublishedLog log;
    private final Stamping stamping;
    private final OwnAuthority own;
    private final Continuing continuing;

    PublicLog(PublishedLog log, Stamping stamping, OwnAuthority own, Continuing continuing) {
        this.log = log;
        this.stamping = stamping;
        this.own = own;
        this.continuing = continuing;
    }

    @OpenToEveryone("a signed tree names a number and a hash")
    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return stamping.published()
                .map(checkpoint ->
                        ResponseEntity.ok()
                                .contentType(MediaType.TEXT_PLAIN)
                                .cacheControl(CacheControl.noCache())
                                .body(checkpoint.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @OpenToEveryone("a public key")
    @GetMapping("/key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noCache())
                .body(log.key().text() + "\n");
    }

    @OpenToEveryone("the certificate that own stamps lead to")
    @GetMapping("/stamps.pem")
    ResponseEntity<String> stamps() throws CertificateEncodingException {
        String pem =
                Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'})
                        .encodeToString(own.authority().root().getEncoded());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body("-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    }

    @OpenToEveryone("both keys' word that the log goes on under another name")
    @GetMapping("/continuation")
    ResponseEntity<byte[]> continuation() {
        return ActingAs.call(Feeding.JOB, continuing::statement)
                .map(statement ->
                        ResponseEntity.ok()
                                .contentType(MediaType.TEXT_PLAIN)
                                .cacheControl(CacheControl.noCache())
                                .body(statement))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @OpenToEveryone("hashes of salted digests")
    @GetMapping("/tile/{*rest}")
    ResponseEntity<byte[]> tile(@PathVariable String rest) {
        return log.tile("tile" + rest)
                .map(bytes ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .cacheControl(FOR_GOOD)
                                .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
