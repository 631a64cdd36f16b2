package az.qalxan.exchange.advisory;

import az.qalxan.access.Handling;
import az.qalxan.web.OpenToEveryone;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.WebProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a CSAF trusted provider shows to everybody (CSAF 2.0, 7.1, requirements 1 to 20). */
@RestController
@RequestMapping("/.well-known/csaf")
class WellKnownCsaf {

    private static final String OPEN = "TLP:CLEAR is for everybody";

    private final CsafFeeds feeds;
    private final CsafServing serving;

    WellKnownCsaf(CsafFeeds feeds, CsafServing serving) {
        this.feeds = feeds;
        this.serving = serving;
    }

    @OpenToEveryone("where the feeds are is public, what is in them not")
    @GetMapping("/provider-metadata.json")
    ResponseEntity<byte[]> metadata() {
        return CsafServing.json(Handling.CLEAR, feeds.metadata());
    }

    @OpenToEveryone("a public key")
    @GetMapping("/openpgp/{name}")
    ResponseEntity<byte[]> key(@PathVariable String name) {
        return feeds.openPgp().stream()
                .filter(key -> name.equals(key.fingerprint() + ".asc"))
                .findFirst()
                .map(key -> CsafServing.text(Handling.CLEAR, key.text()))
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    @OpenToEveryone(OPEN)
    @GetMapping("/white/csaf-feed-tlp-white.json")
    ResponseEntity<byte[]> feed() {
        return CsafServing.json(Handling.CLEAR, feeds.feed(Handling.CLEAR));
    }

    @OpenToEveryone(OPEN)
    @GetMapping("/white/index.txt")
    ResponseEntity<byte[]> index() {
        return CsafServing.text(Handling.CLEAR, feeds.index());
    }

    @OpenToEveryone(OPEN)
    @GetMapping("/white/changes.csv")
    ResponseEntity<byte[]> changes() {
        return CsafServing.text(Handling.CLEAR, feeds.changes());
    }

    @OpenToEveryone(OPEN)
    @GetMapping("/white/{year}/{name}")
    ResponseEntity<byte[]> file(@PathVariable int year, @PathVariable String name) {
        return serving.file(Handling.CLEAR, year, name);
    }
}
