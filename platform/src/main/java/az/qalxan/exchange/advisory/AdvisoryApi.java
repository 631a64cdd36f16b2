package az.qalxan.exchange.advisory;

import az.qalxan.access.Caller;
import az.qalxan.access.CurrentCaller;
import az.qalxan.access.Handling;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.engines.threatintel.csaf.OwnedProduct;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Requires;
import az.qalxan.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Advisories for programs: feeds and documents by marking, products and what speaks of them. */
@RestController
@RequestMapping("/api/advisories")
@Tag(name = "Advisories")
class AdvisoryApi {

    private final CsafFeeds feeds;
    private final CsafServing serving;
    private final OwnedStore owned;
    private final OwnedDesk desk;
    private final AuditLog audit;
    private final CurrentCaller callers;

    AdvisoryApi(
            CsafFeeds feeds,
            CsafServing serving,
            OwnedStore owned,
            OwnedDesk desk,
            AuditLog audit,
            CurrentCaller callers) {
        this.feeds = feeds;
        this.serving = serving;
        this.owned = owned;
        this.desk = desk;
        this.audit = audit;
        this.callers = callers;
    }

    @Operation(summary = "The ROLIE feed of a marking: green or amber")
    @Requires("advisory:read")
    @GetMapping("/csaf/{marking}/csaf-feed-tlp-{same}.json")
    @Transactional
    public ResponseEntity<byte[]> feed(@PathVariable String marking, @PathVariable String same) {
        Handling handling = known(marking);
        if (!same.equals(marking)) {
            throw ProblemFound.of(WebProblem.NOT_FOUND);
        }
        audit.record(AdvisoryAct.LIST_VIEWED, AuditSubject.of("advisory-feed", marking));
        return CsafServing.json(handling, feeds.feed(handling));
    }

    @Operation(summary = "A document, or with .sha256, .sha512 or .asc its hash or signature")
    @Requires("advisory:read")
    @GetMapping("/csaf/{marking}/{year}/{name}")
    @Transactional
    public ResponseEntity<byte[]> file(
            @PathVariable String marking, @PathVariable int year, @PathVariable String name) {
        ResponseEntity<byte[]> file = serving.file(known(marking), year, name);
        audit.record(
                AdvisoryAct.EXPORTED,
                AuditSubject.of(AdvisoryDesk.SUBJECT, name),
                Map.of("form", "csaf"));
        return file;
    }

    private static Handling known(String marking) {
        return AdvisoryForm.HANDLINGS.stream()
                .filter(one -> AdvisoryDocument.label(one).toLowerCase(Locale.ROOT).equals(marking))
                .findFirst()
                .orElseThrow(() -> ProblemFound.of(WebProblem.NOT_FOUND));
    }

    /** A document that speaks of a product of the program's body. */
    record Fit(
            UUID advisory,
            String number,
            String title,
            UUID product,
            String owned,
            boolean affected,
            boolean sure,
            Instant found,
            @Nullable Instant done) {}

    @Operation(summary = "Advisories about the products of the program's body, open ones first")
    @Requires("advisory:read")
    @GetMapping("/fits")
    @Transactional
    public List<Fit> fits() {
        Caller caller = callers.require();
        audit.record(AdvisoryAct.LIST_VIEWED, AuditSubject.of("advisory-fits", caller.body()));
        return owned.fits(caller.body().value()).stream()
                .map(one ->
                        new Fit(
                                one.file(),
                                one.number(),
                                one.title(),
                                one.product(),
                                one.owned(),
                                one.affected(),
                                one.sure(),
                                one.at(),
                                one.doneAt()))
                .toList();
    }

    /** A product as a program registers it. */
    record Registered(
            @Nullable String vendor,
            @Nullable String name,
            @Nullable String version,
            @Nullable String cpe,
            @Nullable String purl,
            @Nullable String place) {}

    @Operation(
            summary = "Register a product that the program's body has",
            description = "422: the name is missing, or a field is too long or of the wrong form.")
    @Requires("advisory:update")
    @PostMapping("/products")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> register(@RequestBody Registered one) {
        OwnedProduct product =
                new OwnedProduct(
                        bare(one.vendor()),
                        bare(one.name()),
                        bare(one.cpe()),
                        bare(one.purl()),
                        bare(one.version()));
        return Map.of("id", desk.enter(callers.require(), product, bare(one.place())));
    }

    private static String bare(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
